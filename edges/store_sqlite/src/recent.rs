//! The documents that the writer used of late, so that most acts are decided without asking the database.

use desk::store::{Document, StreamId};
use std::collections::HashMap;

/// Bytes of document bodies in one generation; two are held, so that memory stays within twice this.
const GENERATION: usize = 2 << 20;

/// Two generations of documents: what is used again moves to the new one, and the old one is let go whole.
#[derive(Default)]
pub(crate) struct Recent {
    new: HashMap<StreamId, Document>,
    old: HashMap<StreamId, Document>,
    size: usize,
}

impl Recent {
    /// The document of a stream, if it was used of late.
    pub(crate) fn get(&mut self, stream: &StreamId) -> Option<Document> {
        if let Some(document) = self.new.get(stream) {
            return Some(document.clone());
        }
        let document = self.old.remove(stream)?;
        self.put(document.clone());
        Some(document)
    }

    /// Remembers a document as it now lies in the database.
    pub(crate) fn put(&mut self, document: Document) {
        let weight = document.body.len();
        if self.size + weight > GENERATION {
            self.old = std::mem::take(&mut self.new);
            self.size = 0;
        }
        self.old.remove(&document.stream);
        self.size += weight;
        if let Some(before) = self.new.insert(document.stream.clone(), document) {
            self.size -= before.body.len().min(self.size);
        }
    }

    /// Forgets everything: someone else has written, or a commit has failed.
    pub(crate) fn clear(&mut self) {
        *self = Recent::default();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn document(id: usize, bytes: usize) -> Document {
        Document {
            stream: StreamId::new("note", id),
            version: 1,
            body: vec![0; bytes],
        }
    }

    #[test]
    fn what_is_used_stays_and_what_is_not_goes() {
        let mut recent = Recent::default();
        for id in 0..100 {
            recent.put(document(id, GENERATION / 10));
            assert!(
                recent.get(&StreamId::new("note", 0)).is_some(),
                "used again at every step"
            );
        }
        assert!(recent.get(&StreamId::new("note", 1)).is_none());
        assert!(recent.new.len() + recent.old.len() <= 22);
    }

    #[test]
    fn a_document_is_the_one_put_last() {
        let mut recent = Recent::default();
        recent.put(document(7, 10));
        recent.put(document(7, 30));
        assert_eq!(
            recent
                .get(&StreamId::new("note", 7))
                .map(|found| found.body.len()),
            Some(30)
        );
        assert_eq!(recent.size, 30);
        recent.clear();
        assert_eq!(recent.get(&StreamId::new("note", 7)), None);
    }
}
