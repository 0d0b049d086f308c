//! Freezing a source, and resting on one.

use crate::cast::{
    ASSOCIATION, DESK, SOURCE, WORDS, by, day, desk, excerpt, freeze, meeting, source, subject, title,
};
use act::scenario::given;
use act::{Refusal, Role, SourceId, SubjectId};
use engagement::acts::{AddSubject, FreezeSource};
use engagement::{Citing, EngagementRefusal, Excerpt, FrozenSource, Source, SourceFact, sha256};
use identity::When;

#[test]
fn a_source_is_frozen_once_with_its_hash() {
    let freezing = freeze();
    given::<Source>([])
        .when(&desk(), freeze())
        .then(&[SourceFact::Frozen(Box::new(FrozenSource {
            source: SOURCE,
            title: freezing.title,
            kind: freezing.kind,
            language: freezing.language,
            text: freezing.text,
            sha256: sha256(WORDS),
            published: freezing.published,
            origin: freezing.origin,
        }))]);
    given::<Source>([])
        .and(&desk(), freeze())
        .when(&desk(), freeze())
        .refused(&EngagementRefusal::AlreadyRecorded);
}

#[test]
fn a_source_was_published_by_the_day_on_which_it_is_frozen() {
    let published = day("2031-01-01");
    given::<Source>([])
        .when(
            &desk(),
            FreezeSource {
                published: When::On(published),
                ..freeze()
            },
        )
        .refused(&EngagementRefusal::NotYetCome {
            field: "published",
            day: published,
        });
}

#[test]
fn only_a_desk_freezes_sources() {
    for role in Role::ALL.into_iter().filter(|role| *role != Role::DeskOfficer) {
        given::<Source>([])
            .when(&by(role, ASSOCIATION), freeze())
            .refused(&EngagementRefusal::NotYourRole { role, allowed: DESK });
    }
}

#[test]
fn a_line_is_refused_unless_its_words_stand_in_its_source_once() {
    let check = |excerpt: Option<Excerpt>, expect: EngagementRefusal| {
        let line = AddSubject {
            subject: SubjectId::of(42),
            order: 2,
            excerpt,
            ..subject()
        };
        meeting()
            .when(&desk(), line.resting_on(&source(), ()))
            .refused(&expect);
    };
    check(None, EngagementRefusal::NoSource);
    check(
        excerpt("The municipality is willing."),
        EngagementRefusal::ExcerptNotFound,
    );
    check(
        excerpt("ready"),
        EngagementRefusal::ExcerptAmbiguous { places: 2 },
    );
    let elsewhere = excerpt("ready.").map(|one| Excerpt {
        source: SourceId::of(404),
        ..one
    });
    check(elsewhere, EngagementRefusal::NoSource);
}

#[test]
fn a_line_on_a_source_that_was_never_frozen_is_refused() {
    let line = AddSubject {
        subject: SubjectId::of(42),
        order: 2,
        ..subject()
    };
    meeting()
        .when(&desk(), line.resting_on(&Source::default(), ()))
        .refused(&EngagementRefusal::NoSource);
}

#[test]
fn more_of_what_stands_before_tells_the_same_words_apart() {
    let told = excerpt("ready").map(|one| Excerpt {
        prefix: "municipality is ".into(),
        ..one
    });
    let line = AddSubject {
        subject: SubjectId::of(42),
        order: 2,
        title: title("What the municipality is ready for"),
        excerpt: told,
    };
    assert_eq!(
        meeting()
            .and(&desk(), line.resting_on(&source(), ()))
            .state()
            .subjects
            .len(),
        2
    );
}

#[test]
fn a_refusal_names_itself_and_the_field_it_concerns() {
    let check = |refusal: EngagementRefusal, code: &str, field: Option<&str>| {
        assert_eq!(refusal.code(), code);
        assert_eq!(refusal.field(), field);
    };
    check(EngagementRefusal::NoSource, "no-source", Some("source"));
    check(
        EngagementRefusal::ExcerptNotFound,
        "excerpt-not-found",
        Some("excerpt"),
    );
    check(
        EngagementRefusal::ExcerptAmbiguous { places: 2 },
        "excerpt-ambiguous",
        Some("excerpt"),
    );
    check(EngagementRefusal::AlreadyAnswered, "already-answered", None);
}
