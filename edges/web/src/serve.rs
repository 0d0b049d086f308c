//! Connections: each has so long to say what it wants, there are so many at once, and told to stop there is an end.

use crate::pace::{Pace, Paced};
use axum::Router;
use axum::http::Request;
use axum::serve::Listener;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use hyper_util::service::TowerToHyperService;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::net::{IpAddr, SocketAddr};
use std::pin::pin;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{AcquireError, OwnedSemaphorePermit, Semaphore};
use tower::Layer;
use tower::util::MapRequestLayer;

/// What one who sends slowly, or nothing, can hold.
struct Limits {
    /// Connections that are open at once; more wait to be taken.
    connections: usize,
    /// Connections of one address that are open at once; more are closed.
    each: usize,
    /// From the first wait for a request to the end of its head; a connection that is kept open without one is closed.
    head: Duration,
    /// From a request's head to the end of its body: the largest file over a slow line.
    body: Pace,
    /// From the word to stop to the end, for requests that have begun.
    end: Duration,
}

const LIMITS: Limits = Limits {
    connections: 1_000,
    each: 250,
    head: Duration::from_secs(20),
    body: Pace {
        patience: Duration::from_secs(20),
        bytes_a_second: 16_000,
    },
    end: Duration::from_secs(10),
};

/// Answers requests until told to stop; those that have begun are answered first, unless they take too long.
///
/// # Errors
/// What the operating system says of the socket.
pub async fn serve(
    listener: TcpListener,
    site: Router,
    until: impl Future<Output = ()> + Send + 'static,
) -> std::io::Result<()> {
    serve_within(&LIMITS, listener, site, until)
        .await
        .map_err(std::io::Error::other)
}

async fn serve_within(
    limits: &Limits,
    mut listener: TcpListener,
    site: Router,
    until: impl Future<Output = ()>,
) -> Result<(), AcquireError> {
    let pace = limits.body;
    let paced =
        MapRequestLayer::new(move |request: Request<Incoming>| request.map(|body| Paced::new(body, pace)));
    let service = TowerToHyperService::new(paced.layer(site));
    let mut http = http1::Builder::new();
    http.timer(TokioTimer::new()).header_read_timeout(limits.head);
    let places = Arc::new(Semaphore::new(limits.connections));
    let guests = Guests::default();
    let open = GracefulShutdown::new();
    let mut until = pin!(until);
    loop {
        let (stream, from, place) = tokio::select! {
            next = next(&mut listener, &places) => next?,
            () = &mut until => break,
        };
        let Some(guest) = guests.enter(from.ip(), limits.each) else {
            continue;
        };
        let connection = open.watch(http.serve_connection(TokioIo::new(stream), service.clone()));
        tokio::spawn(async move {
            if let Err(fault) = connection.await {
                tracing::debug!(%fault, "a connection was broken off");
            }
            drop((place, guest));
        });
    }
    drop(listener);
    if tokio::time::timeout(limits.end, open.shutdown()).await.is_err() {
        tracing::warn!("requests that had begun and did not end in time were broken off");
    }
    Ok(())
}

/// The next connection, once there is a place for it.
async fn next(
    listener: &mut TcpListener,
    places: &Arc<Semaphore>,
) -> Result<(TcpStream, SocketAddr, OwnedSemaphorePermit), AcquireError> {
    let place = Arc::clone(places).acquire_owned().await?;
    let (stream, from) = Listener::accept(listener).await;
    Ok((stream, from, place))
}

/// How many connections each address has open. The machine itself is not counted: a proxy there speaks for everyone.
#[derive(Clone, Default)]
struct Guests(Arc<Mutex<HashMap<IpAddr, usize>>>);

/// A connection that is counted until it is dropped.
struct Guest {
    from: IpAddr,
    guests: Guests,
}

impl Guests {
    /// Counts one more, unless the address has so many already.
    fn enter(&self, from: IpAddr, most: usize) -> Option<Guest> {
        let from = from.to_canonical();
        let mut open = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let own = open.entry(from).or_default();
        if *own >= most && !from.is_loopback() {
            return None;
        }
        *own += 1;
        let guests = self.clone();
        Some(Guest { from, guests })
    }
}

impl Drop for Guest {
    fn drop(&mut self) {
        let mut open = self.guests.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Entry::Occupied(mut own) = open.entry(self.from) {
            *own.get_mut() -= 1;
            if *own.get() == 0 {
                own.remove();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::routing::post;
    use std::sync::atomic::{AtomicUsize, Ordering};
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::sync::oneshot;
    use tokio::task::JoinHandle;

    const LONG: Duration = Duration::from_secs(3_600);
    const PATIENT: Limits = Limits {
        connections: 10,
        each: 10,
        head: LONG,
        body: Pace {
            patience: LONG,
            bytes_a_second: 1,
        },
        end: LONG,
    };
    const SHORT: Duration = Duration::from_millis(50);

    struct Server {
        at: SocketAddr,
        stop: oneshot::Sender<()>,
        served: JoinHandle<()>,
    }

    /// A server that reads each body and answers with how many requests it has taken.
    async fn server(limits: Limits) -> Server {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let at = listener.local_addr().unwrap();
        let count = Arc::new(AtomicUsize::new(0));
        let answer = async move |body: axum::body::Body| match axum::body::to_bytes(body, 100).await {
            Ok(_) => format!("number {}", count.fetch_add(1, Ordering::SeqCst) + 1),
            Err(_) => "broken off".to_owned(),
        };
        let site = Router::new().route("/", post(answer));
        let (stop, stopped) = oneshot::channel();
        let served = tokio::spawn(async move {
            serve_within(&limits, listener, site, async {
                stopped.await.unwrap();
            })
            .await
            .unwrap();
        });
        Server { at, stop, served }
    }

    async fn sends(at: SocketAddr, text: &str) -> TcpStream {
        let mut stream = TcpStream::connect(at).await.unwrap();
        stream.write_all(text.as_bytes()).await.unwrap();
        stream
    }

    async fn all(mut stream: TcpStream) -> String {
        let mut answer = vec![];
        stream.read_to_end(&mut answer).await.unwrap();
        String::from_utf8(answer).unwrap()
    }

    const HALF_A_HEAD: &str = "POST / HTTP/1.1\r\nHost: a";
    const HALF_A_BODY: &str = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nabc";
    const WHOLE: &str = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nabc";

    #[tokio::test]
    async fn who_sends_half_a_head_or_nothing_is_let_go() {
        let server = server(Limits {
            head: SHORT,
            ..PATIENT
        })
        .await;
        for begun in ["", HALF_A_HEAD] {
            let answer = all(sends(server.at, begun).await).await;
            assert!(!answer.contains("number"), "{answer}");
        }
        assert!(all(sends(server.at, WHOLE).await).await.contains("number 1"));
    }

    #[tokio::test]
    async fn who_sends_half_a_body_is_let_go() {
        let server = server(Limits {
            body: Pace {
                patience: SHORT,
                bytes_a_second: 1_000,
            },
            ..PATIENT
        })
        .await;
        let answer = all(sends(server.at, HALF_A_BODY).await).await;
        assert!(answer.contains("broken off"), "{answer}");
    }

    #[tokio::test]
    async fn told_to_stop_it_waits_for_nobody_for_ever() {
        for begun in [HALF_A_HEAD, HALF_A_BODY] {
            let server = server(Limits {
                end: SHORT,
                ..PATIENT
            })
            .await;
            let held = sends(server.at, begun).await;
            let whole = sends(
                server.at,
                &WHOLE.replace("\r\nHost", "\r\nConnection: close\r\nHost"),
            )
            .await;
            assert!(all(whole).await.contains("number 1"));
            server.stop.send(()).unwrap();
            server.served.await.unwrap();
            drop(held);
        }
    }

    #[tokio::test]
    async fn more_connections_than_there_are_places_wait_their_turn() {
        let server = server(Limits {
            connections: 1,
            ..PATIENT
        })
        .await;
        let mut first = sends(server.at, WHOLE).await;
        let mut answer = [0; 1_000];
        let read = first.read(&mut answer).await.unwrap();
        assert!(String::from_utf8_lossy(&answer[..read]).contains("number 1"));
        let second = sends(
            server.at,
            &WHOLE.replace("\r\nHost", "\r\nConnection: close\r\nHost"),
        )
        .await;
        first.write_all(WHOLE.as_bytes()).await.unwrap();
        let read = first.read(&mut answer).await.unwrap();
        assert!(String::from_utf8_lossy(&answer[..read]).contains("number 2"));
        drop(first);
        assert!(all(second).await.contains("number 3"));
    }

    #[test]
    fn no_address_holds_every_place_but_the_machine_itself() {
        let guests = Guests::default();
        let enter = |from: &str| guests.enter(from.parse().unwrap(), 2);
        let (first, _second) = (enter("192.0.2.1"), enter("::ffff:192.0.2.1"));
        assert!(first.is_some() && enter("192.0.2.1").is_none());
        assert!(enter("192.0.2.2").is_some());
        drop(first);
        assert!(enter("192.0.2.1").is_some());
        let local: Vec<_> = (0..9).map(|_| enter("127.0.0.1")).collect();
        assert!(local.iter().all(Option::is_some));
        drop(local);
        assert_eq!(guests.0.lock().unwrap().len(), 1);
    }
}
