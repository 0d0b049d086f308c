//! The QR code of a paper: its modules as one vector path, and how large it must be printed to be read.

use qrcode::{Color, EcLevel, QrCode, bits};
use serde::Serialize;

use crate::paper::PaperFault;

/// Modules of white that ISO/IEC 18004 wants on every side.
const QUIET: usize = 4;
/// Millimetres per module. A phone's camera at arm's length reads 0.33; 0.42 leaves room for a poor copy of the paper.
const PITCH: f64 = 0.42;
/// The smallest edge in millimetres, quiet zone included.
const SMALLEST: f64 = 45.0;
/// Beyond this many modules a code is easier to read with less redundancy than with smaller or more modules.
const CROWDED: i16 = 117;

/// A QR code ready to be drawn.
#[derive(Debug, Serialize)]
pub(crate) struct Code {
    /// Modules on an edge, quiet zone included.
    pub(crate) edge: usize,
    /// Edge in millimetres, quiet zone included.
    pub(crate) millimetres: f64,
    /// The dark modules as an SVG path, one unit per module: horizontal runs of the form `M x y h length v1 h -length z`.
    /// The template is given the code as a file instead.
    #[serde(skip)]
    pub(crate) path: String,
}

impl Code {
    /// The code of a text. Capitals, digits and `$%*+-./:` and space pack densest; the encoder picks the mode by itself.
    ///
    /// # Errors
    /// [`PaperFault::CodeTooLong`].
    pub(crate) fn of(text: &str) -> Result<Self, PaperFault> {
        let too_long = |_| PaperFault::CodeTooLong { bytes: text.len() };
        let packed = |level| bits::encode_auto(text.as_bytes(), level);
        // Packing is cheap and tells the size; only the code that is wanted is drawn.
        let code = match packed(EcLevel::M) {
            Ok(bits) if bits.version().width() <= CROWDED => QrCode::with_bits(bits, EcLevel::M),
            _ => packed(EcLevel::L).and_then(|bits| QrCode::with_bits(bits, EcLevel::L)),
        }
        .map_err(too_long)?;
        let edge = code.width() + 2 * QUIET;
        Ok(Self {
            edge,
            millimetres: (edge as f64 * PITCH).max(SMALLEST),
            path: path(&code),
        })
    }

    /// The code as a whole SVG document or inline element: black on white, also on a dark page. `attributes` stand in the
    /// opening tag.
    pub(crate) fn svg(&self, attributes: &str) -> String {
        let Self { edge, path, .. } = self;
        format!(
            r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {edge} {edge}" shape-rendering="crispEdges"{attributes}><path fill="#fff" d="M0 0h{edge}v{edge}h-{edge}z"/><path fill="#000" d="{path}"/></svg>"##
        )
    }
}

fn path(code: &QrCode) -> String {
    use std::fmt::Write as _;
    let mut path = String::new();
    for (row, modules) in code.to_colors().chunks(code.width()).enumerate() {
        let mut column = 0;
        for run in modules.chunk_by(|a, b| a == b) {
            if run[0] == Color::Dark {
                let length = run.len();
                // Writing to a String cannot fail.
                let _ = write!(path, "M{} {}h{length}v1h-{length}z", column + QUIET, row + QUIET);
            }
            column += run.len();
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Draws the path's runs as pixels and reads them with an independent decoder.
    fn read(code: &Code) -> String {
        const SCALE: usize = 3;
        let mut dark = vec![vec![false; code.edge]; code.edge];
        for run in code.path.split('M').skip(1) {
            let (x, rest) = run.split_once(' ').expect("x");
            let (y, rest) = rest.split_once('h').expect("y");
            let (length, _) = rest.split_once('v').expect("length");
            let number = |text: &str| text.parse::<usize>().expect("a number");
            let (from, length) = (number(x), number(length));
            dark[number(y)][from..from + length].fill(true);
        }
        let mut image =
            rqrr::PreparedImage::prepare_from_greyscale(code.edge * SCALE, code.edge * SCALE, |x, y| {
                if dark[y / SCALE][x / SCALE] { 0 } else { 255 }
            });
        let grids = image.detect_grids();
        assert_eq!(grids.len(), 1, "one code in the picture");
        grids[0].decode().expect("readable").1
    }

    #[test]
    fn a_code_reads_back_as_its_text() {
        fn check(text: &str, edge: usize) {
            let code = Code::of(text).expect("a code");
            assert_eq!(read(&code), text);
            assert_eq!(code.edge, edge, "{} characters", text.len());
            assert!(code.millimetres >= SMALLEST && code.millimetres / code.edge as f64 >= PITCH - 1e-9);
            assert!(code.millimetres <= 80.0, "leaves half of the page for the facts");
        }
        check("PLACET1:ABC", 29);
        check("https://placet.example/en/verify", 37);
        check(&format!("PLACET1:{}", "6BF+70R9:*".repeat(100)), 109);
        check(&format!("PLACET1:{}", "6BF+70R9:*".repeat(200)), 133);
        check(&format!("PLACET1:{}", "6BF+70R9:*".repeat(400)), 181);
    }

    #[test]
    fn a_text_that_no_code_holds_is_refused() {
        let text = "A".repeat(5000);
        assert_eq!(
            Code::of(&text).expect_err("too long"),
            PaperFault::CodeTooLong { bytes: 5000 }
        );
    }
}
