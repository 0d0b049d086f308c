//! How long a sender has for the body of a request: some time to begin with, and more with every byte that came. Who sends
//! a file over a slow line is waited for; who sends a byte now and then is not.

use axum::BoxError;
use axum::body::Bytes;
use hyper::body::{Body, Frame, SizeHint};
use std::io::ErrorKind;
use std::pin::Pin;
use std::task::{Context, Poll, ready};
use std::time::Duration;
use tokio::time::{Instant, Sleep};

/// The least pace at which a body comes.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pace {
    /// Waited for in any case.
    pub patience: Duration,
    /// So many bytes are worth a second more.
    pub bytes_a_second: u64,
}

impl Pace {
    /// How long so many bytes may have taken.
    fn time_for(self, arrived: u64) -> Duration {
        self.patience + Duration::from_millis(arrived.saturating_mul(1_000) / self.bytes_a_second.max(1))
    }
}

/// A body that breaks off where it falls behind its pace.
pub(crate) struct Paced<B> {
    body: Pin<Box<B>>,
    pace: Pace,
    since: Instant,
    arrived: u64,
    end: Pin<Box<Sleep>>,
}

impl<B> Paced<B> {
    /// A body that begins now.
    pub fn new(body: B, pace: Pace) -> Self {
        Paced {
            body: Box::pin(body),
            pace,
            since: Instant::now(),
            arrived: 0,
            end: Box::pin(tokio::time::sleep(pace.patience)),
        }
    }
}

impl<B> Body for Paced<B>
where
    B: Body<Data = Bytes>,
    B::Error: Into<BoxError>,
{
    type Data = Bytes;
    type Error = BoxError;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BoxError>>> {
        let Poll::Ready(frame) = self.body.as_mut().poll_frame(context) else {
            ready!(self.end.as_mut().poll(context));
            return Poll::Ready(Some(Err(std::io::Error::from(ErrorKind::TimedOut).into())));
        };
        if let Some(Ok(frame)) = &frame
            && let Some(bytes) = frame.data_ref()
        {
            self.arrived += u64::try_from(bytes.len()).unwrap_or(u64::MAX);
            let end = self.since + self.pace.time_for(self.arrived);
            self.end.as_mut().reset(end);
        }
        Poll::Ready(frame.map(|frame| frame.map_err(Into::into)))
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use http_body_util::BodyExt;
    use std::convert::Infallible;

    const PACE: Pace = Pace {
        patience: Duration::from_secs(20),
        bytes_a_second: 1_000,
    };

    /// A body of so many pieces of so many bytes, one every ten seconds.
    struct Drip {
        pieces: usize,
        bytes: usize,
        next: Pin<Box<Sleep>>,
    }

    impl Body for Drip {
        type Data = Bytes;
        type Error = Infallible;

        fn poll_frame(
            mut self: Pin<&mut Self>,
            context: &mut Context<'_>,
        ) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
            if self.pieces == 0 {
                return Poll::Ready(None);
            }
            ready!(self.next.as_mut().poll(context));
            self.pieces -= 1;
            let next = self.next.deadline() + Duration::from_secs(10);
            self.next.as_mut().reset(next);
            Poll::Ready(Some(Ok(Frame::data(Bytes::from(vec![0; self.bytes])))))
        }
    }

    async fn arrives(pieces: usize, bytes: usize) -> bool {
        let next = Box::pin(tokio::time::sleep(Duration::from_secs(10)));
        let drip = Drip { pieces, bytes, next };
        Paced::new(drip, PACE).collect().await.is_ok()
    }

    /// The clock of these stands still but for what is waited for.
    #[tokio::test(start_paused = true)]
    async fn who_keeps_the_pace_is_waited_for_and_who_does_not_is_let_go() {
        assert!(arrives(1, 1).await);
        assert!(arrives(200, 10_000).await);
        assert!(!arrives(200, 9_000).await);
        let began = Instant::now();
        assert!(!arrives(200, 1).await);
        assert_eq!(began.elapsed().as_secs(), 20);
    }
}
