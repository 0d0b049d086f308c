//! Every page that a picture is taken of, in the order in which the demonstration comes to it: what is done first, and who sees
//! which pages then.

import { again, check, choose, chosen, datedAsReferred, filled, first, having, keep, keepAsked, keepLink, keepShown, press, subjects, through, type, unfold, verifyItsCode } from "./steps.mjs";

/** A permit check about the case's day, and one in which everything is answered. */
const CHECK = "/permit-check?rulebook=kh-phnom-penh&date=2023-11-19";
const ANSWERED =
  `${CHECK}&answer-event_kind=celebration&answer-place_kind=riverside&answer-attendance=8000&answer-foreign_mission=yes` +
  "&answer-fireworks=yes&answer-largest_shell=100&answer-near_airport=no&answer-road_closure=yes";
/** One by a rulebook that asks for documents, fees, conditions and distances. */
const NEEDING =
  "/permit-check?rulebook=us-nyc&date=2024-07-04&answer-event_type=street-large&answer-attendance=900&answer-in_park=yes" +
  "&answer-amplified_sound=yes&answer-fireworks=yes&answer-largest_shell=100";

/** The address of a rulebook's version. */
const VERSION = /\/rulebooks\/[^/]+\/[^/]+$/;

/** The address of a condition of a permit. */
const CONDITION = /\/conditions\/1$/;

/** The buttons that record what was seen on the page before. */
const MEANT = press("button[name=checked][value=right]");

/** From a referral to its case. */
const toCase = (page) => page.goto(page.url().replace(/\/referrals\/.*$/, ""));

/** From a docket to what was said within one's own authority of its first case. */
const COMMENTS = [first(/referrals/), toCase, first(/\/comments\/own$/)];

/** The button of a list that does something to what is ticked. */
const TOGETHER = (button) => press(`button[formaction$="${button}"]`);

/** Ticks the first line of a list, and presses a button below it. */
const TICKED = (button) => [check("[name=chosen]"), TOGETHER(button)];

/** Says something there. */
const COMMENTED = [first(/\/new$/), type("words", "Ask the fire brigade before we answer."), press("main form button:not([name])")];

/** The button that begins an application. */
const BEGINS = 'main form[action$="/drafts"] button';

/** Agrees with two conditions. */
const CONDITIONS = [
  check("[value=granted-with-conditions]"),
  type("conditions", "Forty stewards stand on the bank.\nFiring ends at 21:00."),
];

/** Hands an application in, and keeps where its case is. */
const handedIn = (name) => [
  "organiser",
  "/events",
  press(BEGINS),
  filled,
  press("button[value=check]:not([aria-hidden])"),
  press('main form[action$="/submission"] button'),
  keep(name),
];

/** Puts a case to the authorities. */
const circulated = (name) => ["coordinator", again(name), press('main form[action$="/circulation"] button'), MEANT];

/** Moves the clock. */
const moved = (day) => [
  null,
  "/people",
  unfold(".demonstration"),
  type("demonstration-day", day),
  press('form[action$="/demonstration/clock"] button'),
];

/** From a case to what handing a document in to it would do. */
const HANDING_IN = [chosen, press('main form[action$="/documents"] button')];

/** Enters a day on which the authority is closed. */
const CLOSING = [check("[value=closed]"), type("from", "2023-09-07"), type("reason", "The archive moves."), type("source", "Circular 12"), press("main form button")];

/** Lets the officer stand in for the decider in the days of the demonstration. */
const DEPUTY = [
  choose("to", { label: "Dara Long" }),
  type("from", "2023-08-01"),
  type("until", "2023-12-31"),
  type("reason", "Order 31: a mission abroad."),
  press("main form button"),
];

/** From the board to what issuing the permit would do, and from the case to what revoking it would. */
const ISSUING = [first(/\/cases\//), press('main form[action$="/permit"] button')];
const REVOKING = [unfold('main > details:has(form[action$="/revocation"])'), type("reasons", "The quay is flooded."), press('main form[action$="/revocation"] button')];
/** The same of suspending it until a day, and of letting it hold again. */
const SUSPENDING = [
  unfold('main > details:has(form[action$="/suspension"])'),
  type("suspension-reasons", "The river is a metre above the quay."),
  type("suspension-until", "2023-10-10"),
  press('main form[action$="/suspension"] button'),
];
const LIFTING = [type("lifting-reasons", "The river fell."), press('main form[action$="/lifting"] button')];
/** Refuses, and seals why; opens that again. */
const SEALING = [
  check("[value=refused]"),
  type("reasons", "The bridge is watched by divers in the week of the regatta.\nA second party was asked, and does not wish to be named."),
  unfold('main details:has([name=seal])'),
  check("[name=seal][value=yes]"),
  type("seal-ground", "Law on State Secrets, article 12"),
];
const SEALED = [...SEALING, press("#act-decide button")];
const UNSEALING = [
  unfold('main > details:has(form[action$="/unsealing"])'),
  check("[name=sealed]"),
  press('main form[action$="/unsealing"] button'),
];
/** Notes an appeal against that, and that it was upheld. */
const APPEALING = [
  unfold('main > details:has(form[action$="/appeals"])'),
  check('[value="suspension"]'),
  type("appeal-body", "The administrative court"),
  type("appeal-lodged", "2023-09-01"),
  press('main form[action$="/appeals"] button'),
];
const ENDED = [
  unfold('main > details:has(form[action$="/outcome"])'),
  check('[name=appeal][value="1"]'),
  check("[value=upheld]"),
  type("appeal-ended", "2023-09-01"),
  type("appeal-words", "The quay is dry."),
  press('main form[action$="/outcome"] button'),
];
const WITHDRAWING = [unfold('main > details:has(form[action$="/withdrawal"])'), type("reasons", "The guests come in spring."), press('main form[action$="/withdrawal"] button')];

/** Sets a fee that comes before the permit, and says that it was paid. */
const CHARGING = [
  unfold("#act-set-fee"),
  check('[name=set-fee-authority][value="moi"]'),
  type("set-fee-label", "A patrol boat on the evening"),
  type("set-fee-amount", "25"),
  type("set-fee-currency", "USD"),
  type("set-fee-basis", "Tariff of 2022, line 7"),
  type("set-fee-due", "2023-09-30"),
  check("[name=set-fee-before-permit]"),
  type("set-fee-how", "At the counter of the harbour office, from eight to noon."),
  press('main form[action$="/fees"] button'),
];
const PAYING = [
  unfold("#act-say-paid"),
  check('[name=say-fee][value="1"]'),
  type("say-fee-receipt", "R-118/23"),
  type("say-fee-day", "2023-08-24"),
  press('main form[action$="/fees/payments"] button'),
];

/** Hands a document in, and lets Interior alone read it. */
const CONFIDING = [
  ...HANDING_IN,
  MEANT,
  unfold("#act-confide"),
  choose("piece", { label: "firing.pdf" }),
  check("[name=confided-to][value=few]"),
  check("[name=confided-among][value=moi]"),
  type("confided-reasons", "It names the rooms of the delegation."),
  press('main form[action$="/confidences"] button'),
];

/** Hands a document in as the certificate of an insurance that ends on the day before the event. */
const INSURING = [
  ...HANDING_IN,
  MEANT,
  unfold("#act-hand-in-insurance"),
  check('[name=insurance-for][value="phnom-penh/condition/1"]'),
  type("insurance-insurer", "Mekong Mutual of 1962"),
  type("insurance-policy", "PL-2023/118-7"),
  type("insurance-cover", "50000"),
  type("insurance-currency", "USD"),
  type("insurance-from", "2023-11-01"),
  type("insurance-until", "2023-11-18"),
  choose("insurance-document", { label: "firing.pdf" }),
  press('main form[action$="/insurances"] button'),
];

/** Asks for the evening of the demonstration's case, where that is to be. */
const HOLDING = [
  type("kind", "A fair of a thousand lamps"),
  type("place", "Riverfront"),
  type("date", "2023-11-19"),
  type("from", "17:00"),
  type("until", "22:00"),
  type("words", "As every year, with the same tents."),
  press('main form[action$="/holds"] button'),
];

/** From a case to the draft that changes it, and to what another day and more people would do. */
const AMENDING = [unfold("#amend"), press("#amend button")];
const AMENDED = [
  ...AMENDING,
  type("date", "2023-12-27"),
  type("answer-attendance", "6000"),
  press("button[value=check]:not([aria-hidden])"),
];

/** From a case to what a change would do by which some authorities are asked no longer. */
const RELEASED = [
  ...AMENDING,
  check("[name=answer-fireworks][value=no]"),
  check("[name=answer-near_airport][value=no]"),
  press("button[value=check]:not([aria-hidden])"),
];

/** From a case to what asking one more authority would do, and from its referral to what taking that back would. */
const ALSO = unfold('main > details:has(form[action$="/referrals"])');
const ASKING_ALSO = [
  ALSO,
  check("[name=authority][value=mond]"),
  check("[name=asked-as][value=advice]"),
  type("asked-reasons", "The barge passes the naval pier."),
  press('main form[action$="/referrals"] button'),
];
const TAKING_BACK = [
  unfold('main > details:has(form[action$="/release"])'),
  type("taken-back-reasons", "It takes the other channel."),
  press('main form[action$="/release"] button'),
];

/** Interior's refusal of a case, to where it is recorded. */
const REFUSING = [
  check("[value=refused]"),
  type("reasons", "The quay is closed for works on that day, and no other way leads the crowd out."),
  press("#act-decide button"),
];

/** Agreements that contradict each other: the city wants the event begun after dark, Interior before. */
const binding = (who, name, authority, field, time) => [
  who,
  again(name, `/referrals/${authority}`),
  check("[value=granted-with-conditions]"),
  unfold("#act-decide details"),
  type(field, time),
  press("#act-decide button"),
];
const DARK = binding("city", "contradictory", "phnom-penh", "limit-begins-from", "19:00");
const LIGHT = binding("interior", "contradictory", "moi", "limit-begins-by", "18:00");
const REVISION = "main details:has(form[action$='/conditions'])";
const RECONCILING = [
  unfold(REVISION),
  unfold(`${REVISION} details`),
  type("limit-begins-by", "19:30"),
  type("revision-reasons", "The police stay until half past seven."),
  press('main form[action$="/conditions"] button'),
];

/** The city wants more, once there is a permit; and the coordinator issues it anew. */
const CHANGING = [
  unfold(REVISION),
  type("conditions", "The quay is swept by midnight."),
  type("revision-reasons", "The market opens at five."),
  press('main form[action$="/conditions"] button'),
];
const REPLACING = [
  type("replacing-reasons", "The city wants the quay swept."),
  press('main form[action$="/replacement"] button'),
];

/** To where the coordinator reminds an authority that is late. */
const REMINDING = [first(/\/referrals\//), unfold('main > details:has(form[action$="/reminders"])')];

/** Interior asks about two answers and for a document; the organiser answers one, and says why another cannot be answered. */
const ASKING = [
  type("question", "We need three things to judge how the crowd leaves the quay."),
  unfold("#act-ask"),
  check("[value=field-attendance]"),
  type("wanted-words-field-attendance", "How many of them on the north side?"),
  check("[value=field-road_closure]"),
  unfold("#act-ask .govuk-details:last-of-type"),
  type("wanted-others", "Plan of the exits"),
];
const ANSWERING = [
  type("item-1-1-words", "Twenty, beside the stage."),
  type("item-1-2-words", "The city has not said yet which road."),
  check("#item-1-2-cannot"),
];

/** From an authority's docket to where it asks people without an account, and what it asks one. */
const BY_LINK = [first(/referrals/), first(/\/advice\?for=/)];
const ASKING_BY_LINK = (name) => [
  type("advice-name", name),
  type("advice-office", "Harbour master"),
  type("advice-question", "Do boats moor below the quay that evening, and can they be moved?"),
  type("advice-until", "2023-09-20"),
  press("#ask form button"),
];

/** The city's offer of another evening at the stadium, to where it is made. */
const OFFER = "main details:has(form[action$='/offers'])";
const OFFERING = [
  unfold(OFFER),
  type("date", "2023-12-28"),
  type("offer-until", "20:30"),
  type("offer-place", "Olympic Stadium"),
  type("offer-form", "A drone show instead of shells: the stadium has no room for a firing line."),
  type("offer-reasons", "The quay is closed that week; the stadium is free, and its gates lead a crowd out in ten minutes."),
  press("main form[action$='/offers'] button"),
];
/** A letter of the day of referral, to where it is recorded. */
const LETTER = "main details:has(form[action$='/letter'])";
const RECORDING = [
  unfold(LETTER),
  ...CONDITIONS,
  type("reasons", "The barge stays clear of the naval pier."),
  datedAsReferred,
  type("letter-reference", "No. 114/23"),
  chosen,
  press("main form[action$='/letter'] button"),
];
const DISOWN = "main details:has(form[action$='/disowning'])";
const DISOWNING = [
  unfold(DISOWN),
  type("disown-reasons", "Nobody here signed it; the number is that of another letter."),
  press("main form[action$='/disowning'] button"),
];
const TAKING_UP = press("#take-up button");

/** The first pages: those of the case as the demonstration begins. */
const BEGUN = [
  ["people", null, "/people"],
  ["sign-in", null, "/sign-in"],
  ["sign-in-refused", null, "/sign-in", type("address", "nobody@place.example"), press("main button")],
  ["nothing-found", null, "/nowhere"],
  ["reset", null, "/reset"],
  ["reset-sent", null, "/reset", type("address", "nobody@place.example"), press("main form button")],
  ["link-used", null, "/links/a-link-that-was-used"],
  ["calendar", null, "/calendar"],
  ["register", null, "/register"],
  ["register-refused", null, "/register?since=tomorrow"],
  ["rulebooks", null, "/rulebooks"],
  ["rulebook", null, "/rulebooks", first(VERSION)],
  ["rulebook-tests", null, "/rulebooks", first(VERSION), first(/\/tests$/)],
  ["permit-check", null, "/permit-check"],
  ["permit-check-question", null, CHECK],
  ["permit-check-refused", null, `${CHECK}&answer-attendance=many&answer-fireworks=yes`],
  ["permit-check-change", null, ANSWERED, first(/ask=attendance/), unfold()],
  ["permit-check-result", null, ANSWERED, unfold()],
  ["permit-check-sign-in", null, ANSWERED, press(BEGINS)],
  ["forecasts", null, "/forecasts"],
  ["statistics", null, "/statistics"],
  ["verify", null, "/verify"],
  ["verify-refused", null, "/verify", type("code", "PLACET1:AAAA"), press("main button")],
  ["case-organiser", "organiser", "/"],
  ["hand-in-check", "organiser", "/", ...HANDING_IN],
  ["hand-in-changed", "organiser", "/", ...HANDING_IN, press("button[value=change]")],
  ["history", "organiser", "/", first(/\/history$/)],
  ["events", "organiser", "/events"],
  ["referral-organiser", "organiser", "/", first(/referrals\/moi/)],
  ["requests", "organiser", "/requests"],
  ["request", "organiser", "/requests", first(/\/requests\//)],
  ["hats", "organiser", "/hats"],
  ["docket-officer", "interior-officer", "/docket"],
  ["together-refused", "interior-officer", "/docket", TOGETHER("/docket/watching")],
  ["together-watch-check", "interior-officer", "/docket", ...TICKED("/docket/watching")],
  ["inbox-organiser", "organiser", "/inbox"],
  ["inbox-officer", "interior-officer", "/inbox"],
  ["inbox-mail", "organiser", "/mail"],
  ["referral-officer", "interior-officer", "/docket", first(/referrals/)],
  ["comments-none", "interior-officer", "/docket", ...COMMENTS],
  ["comment-entry", "interior-officer", "/docket", ...COMMENTS, first(/\/new$/), unfold()],
  ["comment-refused", "interior-officer", "/docket", ...COMMENTS, first(/\/new$/), press("main form button:not([name])")],
  ["comments", "interior-officer", "/docket", ...COMMENTS, ...COMMENTED],
  ["comment-correction", "interior-officer", "/docket", ...COMMENTS, first(/\/correction$/), unfold()],
  ["comment-take-back", "interior-officer", "/docket", ...COMMENTS, press('main form[action$="/take-back"] button')],
  ["comments-authorities", "interior-officer", "/docket", first(/referrals/), toCase, first(/\/comments\/authorities$/)],
  ["case-watched", "interior-officer", "/docket", first(/referrals/), toCase, press('main form[action$="/watch"] button')],
  ["docket", "defence", "/docket"],
  ["referral-decider", "defence", "/docket", first(/referrals/)],
  ["referral-refused", "defence", "/docket", first(/referrals/), press("#act-decide button")],
  ["referral-ticked", "defence", "/docket", first(/referrals/), check("[value=granted-with-conditions]"), check("[value=licensed-operator]")],
  ["decision-check", "defence", "/docket", first(/referrals/), ...CONDITIONS, press("#act-decide button")],
  ["dates", "organiser", "/dates"],
  ["dates-made", "organiser", "/dates", press('main form[action$="/dates"] button')],
  ["own-days-none", "interior", "/working-days"],
  ["own-days-entry", "defence", "/working-days/entry"],
  ["deputies-none", "interior", "/deputies"],
  ["deputies-entry", "interior", "/deputies/entry"],
  ["deputies-refused", "interior", "/deputies/entry", press("main form button")],
  ["deputies-check", "interior", "/deputies/entry", ...DEPUTY],
  ["own-days-refused", "defence", "/working-days/entry", press("main form button")],
  ["own-days-check", "defence", "/working-days/entry", ...CLOSING],
  ["notice", "organiser", "/", first(/referrals\/mfaic/), first(/\/notice$/)],
  ["board", "coordinator", "/board"],
  ["case-coordinator", "coordinator", "/board", first(/\/cases\//)],
  ["events-auditor", "auditor", "/events"],
  ["meetings", "desk", "/meetings"],
  ["meeting", "desk", "/meetings", first(/\/meetings\//)],
  ["lines", "desk", "/meetings", first(/\/meetings\//), first(/\/lines$/)],
  ["lines-request", "desk", "/meetings", first(/\/meetings\//), first(/\/lines$/), first(/line=request/)],
  ["lines-refused", "desk", "/meetings", first(/\/meetings\//), first(/\/lines$/), first(/line=statement/), press("main form button")],
  ["request-desk", "desk", "/requests", first(/\/requests\//), unfold()],
  ["sources", "desk", "/sources"],
  ["source", "desk", "/sources", first(/\/sources\//)],
  ["record-source", "desk", "/record/source"],
  ["record-meeting", "desk", "/record/meeting"],
  ["record-comment", "desk", "/record/meeting", first(/kind=comment/)],
  ["record-organisation", "desk", "/record/organisation"],
  ["record-person", "desk", "/record/person"],
  ["record-post", "desk", "/record/post"],
  ["relationships", "desk", "/relationships"],
  ["record-relationship", "desk", "/record/relationship"],
  ["brief", "desk", "/relationships", first(/\/brief$/)],
  ["brief-line", "desk", "/relationships", first(/\/brief$/), first(/\/brief\/lines$/)],
  ["obligations", "desk", "/relationships", first(/\/obligations$/)],
  ["obligations-organisation", "desk", "/relationships", first(/\/obligations$/), first(/\/organisations\//)],
  ["task-form", "desk", "/relationships", first(/\/obligations$/), first(/\/task$/)],
  ["task-refused", "desk", "/record/task", press("main form button")],
  ["task", "desk", "/record/task", type("text", "Write to the embassy."), (page) => page.selectOption("#owner", { index: 1 }), type("due", "2027-12-01"), press("main form button")],
  ["tasks", "desk", "/tasks"],
  ["record-milestone", "desk", "/relationships", first(/\/milestones$/)],
  ["take-back", "desk", "/meetings", first(/\/meetings\//), first(/\/taken-back$/)],
  ["commitment", "desk", "/meetings", through(/\/meetings\//, /\/commitments\//)],
  ["rulebook-maker", "rules", "/rulebooks", first(VERSION)],
];

/**
 * What is done, and the pages that come with it. Each page has a name of its own: its pictures are called by it.
 *
 * @type {{ does?: Way[], rulebooks?: string[], pages: [string, ...Way][] }[]}
 */
export const STAGES = [
  { pages: BEGUN },
  {
    does: [
      ["organiser", "/", ...HANDING_IN, MEANT],
      ["defence", "/docket", ...BY_LINK, check("[name=advice-documents]"), ...ASKING_BY_LINK("Sok Dara"), keepShown("by-link")],
    ],
    pages: [
      ["by-link-asking", "defence", "/docket", ...BY_LINK],
      ["by-link-refused", "defence", "/docket", ...BY_LINK, press("#ask form button")],
      ["by-link-made", "defence", "/docket", ...BY_LINK, ...ASKING_BY_LINK("Chan Thy")],
      ["by-link-docket", "defence", "/docket"],
      ["by-link-page", null, again("by-link")],
      ["by-link-page-refused", null, again("by-link"), check("[value=objected]"), press("#give form button")],
    ],
  },
  {
    does: [[null, again("by-link"), check("[value=advised]"), type("reasons", "Close the lower pier from five o’clock on."), chosen, press("#give form button")]],
    pages: [
      ["by-link-thanks", null, "/advice-given"],
      ["by-link-closed", null, again("by-link")],
      ["by-link-given", "defence", "/docket", first(/referrals/)],
      ["by-link-given-case", "organiser", "/"],
      ["by-link-given-list", "defence", "/docket", ...BY_LINK],
    ],
  },
  {
    does: [["organiser", "/requests", having(/\/requests\//, BEGINS), press(BEGINS), keep("draft")]],
    pages: [
      ["draft", "organiser", again("draft")],
      ["draft-refused", "organiser", again("draft"), press("button[value=check]")],
      ["discard", "organiser", again("draft", "/discard")],
      ["check", "organiser", again("draft"), filled, press("button[value=check]"), unfold()],
    ],
  },
  {
    does: [["interior", "/deputies/entry", ...DEPUTY, MEANT]],
    pages: [
      ["deputies", "interior", "/deputies"],
      ["deputies-docket", "interior", "/docket"],
      ["deputies-docket-deputy", "interior-officer", "/docket"],
      ["deputies-hats", "interior-officer", "/hats"],
      ["deputies-end-check", "interior", "/deputies", press('main form[action$="/end"] button')],
    ],
  },
  {
    does: [["defence", "/working-days/entry", ...CLOSING, MEANT]],
    pages: [
      ["own-days", "defence", "/working-days"],
      ["own-days-back", "defence", "/working-days", first(/\/taking-back$/)],
      ["own-days-docket", "defence", "/docket"],
      ["own-days-referral", "defence", "/docket", first(/referrals/)],
      ["own-days-case", "organiser", "/"],
      ["own-days-board", "coordinator", "/board"],
    ],
  },
  {
    does: [["rules", "/rulebooks", first(VERSION), press(BEGINS), keep("rulebook-draft")]],
    pages: [
      ["rulebook-draft", "rules", again("rulebook-draft")],
      ["rule", "rules", again("rulebook-draft"), first(/\/rules\/.*\/9$/)],
      ["rule-refused", "rules", again("rulebook-draft"), first(/\/rules\/.*\/9$/), type("input-3-value", "many people"), press("main form button")],
      ["rulebook-lint", "rules", again("rulebook-draft"), first(/\/lint$/)],
      ["rulebook-discard", "rules", again("rulebook-draft"), first(/\/discard$/)],
    ],
  },
  {
    does: [
      [
        "rules",
        again("rulebook-draft"),
        first(/\/rules\/.*\/9$/),
        choose("input-3-is", "more"),
        type("input-3-value", "300"),
        press("main form button"),
        type("version-name", "2"),
        type("from", "2023-10-01"),
        type("purpose", "Small receptions of embassies need no consent."),
        press("button[value=propose]"),
      ],
    ],
    pages: [
      ["proposal", "rules", "/rulebooks", first(/\/rulebook-proposals\//)],
      ["proposal-second", "second-rules", "/rulebooks", first(/\/rulebook-proposals\//)],
      ["approval-check", "second-rules", "/rulebooks", first(/\/rulebook-proposals\//), press('main form[action$="/approval"] button')],
      ["what-if", "second-rules", "/rulebooks", first(/\/rulebook-proposals\//), first(/\/what-if$/)],
    ],
  },
  {
    does: [["desk", "/meetings", subjects]],
    pages: [
      ["link-choice", "desk", "/meetings", through(/\/meetings\//, /\/links$/)],
      ["link-subjects", "desk", "/meetings", through(/\/meetings\//, /\/links$/), first(/\/links\/[^/]+$/)],
    ],
  },
  {
    does: [[null, "/reset", type("address", "organiser@demonstration.placet.example"), press("main form button"), keepLink("password")]],
    pages: [["password", null, again("password")]],
  },
  {
    does: [
      ["organiser", "/", first(/referrals\/moi/), type("answer", "By the two streets north and south of the stage."), press("main form[action$=answer] button"), MEANT],
      ["interior", "/", first(/referrals\//), check("[value=granted]"), press("#act-decide button"), MEANT],
      ["defence", "/", first(/referrals\//), check("[value=granted]"), press("#act-decide button"), MEANT],
    ],
    pages: [["permit-issue-check", "coordinator", "/board", ...ISSUING]],
  },
  {
    does: [["coordinator", "/board", ...ISSUING, MEANT, keep("case")]],
    pages: [
      ["permit", null, "/calendar", first(/\/permits\//)],
      ["calendar-permitted", null, "/calendar"],
      ["register-permitted", null, "/register"],
      ["register-entry", null, "/register", first(/\/register\/[A-Z]/)],
      ["verify-genuine", null, "/calendar", first(/\/permits\//), verifyItsCode],
      ["case-permitted", "coordinator", again("case"), unfold("main > details"), unfold('main > details:has(form[action$="/revocation"])')],
      ["suspension-check", "coordinator", again("case"), ...SUSPENDING],
      ["revocation-check", "coordinator", again("case"), ...REVOKING],
      ["case-conditions", "organiser", again("case")],
      ["condition-to-show", "organiser", again("case"), first(CONDITION), unfold("#act-name-owner")],
    ],
  },
  {
    does: [
      [
        "organiser",
        again("case"),
        first(CONDITION),
        type("proof-words", "The firing plan names 21:00 as its end."),
        press('main form[action$="/proof"] button'),
      ],
    ],
    pages: [
      ["docket-conditions", "city", "/docket"],
      ["condition-shown", "city", "/docket", first(CONDITION)],
      ["condition-discharge-check", "city", "/docket", first(CONDITION), press('main form[action$="/discharge"] button')],
      ["condition-wanting", "city", "/docket", first(CONDITION), press('main form[action$="/objection"] button')],
    ],
  },
  {
    does: [
      [null, "/calendar", first(/\/permits\//), keep("permit")],
      ["coordinator", again("case"), ...SUSPENDING, MEANT],
    ],
    pages: [
      ["permit-suspended", null, again("permit")],
      ["calendar-suspended", null, "/calendar"],
      ["verify-suspended", null, again("permit"), verifyItsCode],
      ["case-suspended", "organiser", again("case")],
      ["case-suspended-lead", "coordinator", again("case")],
      ["board-suspended", "coordinator", "/board"],
      ["docket-suspended", "city", "/docket"],
      ["condition-suspended", "city", "/docket", first(CONDITION)],
      ["inbox-suspended", "organiser", "/inbox"],
      ["appeal-to-note", "organiser", again("case"), unfold('main > details:has(form[action$="/appeals"])')],
      ["lifting-suspended-check", "coordinator", again("case"), ...LIFTING],
    ],
  },
  {
    does: [["organiser", again("case"), ...APPEALING]],
    pages: [
      ["case-appealed", "organiser", again("case"), unfold('main > details:has(form[action$="/outcome"])')],
      ["inbox-appealed", "coordinator", "/inbox"],
      ["board-appealed", "coordinator", "/board"],
      ["appeal-outcome-check", "coordinator", again("case"), ...ENDED],
    ],
  },
  {
    does: [["coordinator", again("case"), ...ENDED, MEANT]],
    pages: [
      ["case-appeal-upheld", "coordinator", again("case")],
      ["board-appeal-upheld", "coordinator", "/board"],
    ],
  },
  {
    does: [["coordinator", again("case"), ...LIFTING, MEANT]],
    pages: [["case-suspended-before", "organiser", again("case")]],
  },
  {
    does: [
      [null, again("permit"), keep("earlier")],
      ["city", again("case", "/referrals/phnom-penh"), ...CHANGING, MEANT],
    ],
    pages: [
      ["case-differs", "organiser", again("case")],
      ["case-differs-lead", "coordinator", again("case")],
      ["referral-differs", "city", again("case", "/referrals/phnom-penh")],
      ["board-differs", "coordinator", "/board"],
      ["inbox-differs", "coordinator", "/inbox"],
      ["replacement-check", "coordinator", again("case"), ...REPLACING],
    ],
  },
  {
    does: [
      ["coordinator", again("case"), ...REPLACING, MEANT],
      [null, "/calendar", first(/\/permits\//), keep("permit")],
    ],
    pages: [
      ["case-replaced", "organiser", again("case")],
      ["permit-replaced", null, again("earlier")],
      ["verify-replaced", null, again("earlier"), verifyItsCode],
      ["permit-replacing", null, again("permit")],
    ],
  },
  {
    does: [["coordinator", again("case"), ...REVOKING, MEANT]],
    pages: [
      ["permit-revoked", null, again("permit")],
      ["verify-revoked", null, again("permit"), verifyItsCode],
      ["case-revoked", "organiser", again("case")],
    ],
  },
  {
    does: [handedIn("sealed"), circulated("sealed")],
    pages: [
      ["sealing-form", "interior", again("sealed", "/referrals/moi"), ...SEALING],
      ["sealing-check", "interior", again("sealed", "/referrals/moi"), ...SEALED],
    ],
  },
  {
    does: [["interior", again("sealed", "/referrals/moi"), ...SEALED, MEANT]],
    pages: [
      ["sealed-case", "organiser", again("sealed")],
      ["sealed-referral", "organiser", again("sealed", "/referrals/moi")],
      ["sealed-referral-own", "interior", again("sealed", "/referrals/moi")],
      ["sealed-notice", "organiser", again("sealed", "/referrals/moi/notice")],
      ["sealed-unsealing-check", "interior", again("sealed"), ...UNSEALING],
    ],
  },
  {
    does: [["interior", again("sealed"), ...UNSEALING, MEANT]],
    pages: [["sealed-opened", "organiser", again("sealed"), unfold("#sealed details")]],
  },
  {
    does: [handedIn("withdrawn")],
    pages: [["withdrawal-check", "organiser", again("withdrawn"), ...WITHDRAWING]],
  },
  {
    does: [["organiser", again("withdrawn"), ...WITHDRAWING, MEANT]],
    pages: [
      ["case-withdrawn", "organiser", again("withdrawn")],
      ["case-withdrawn-coordinator", "coordinator", again("withdrawn")],
    ],
  },
  {
    does: [
      handedIn("amended"),
      circulated("amended"),
      ["interior", again("amended", "/referrals/moi"), ...CONDITIONS, press("#act-decide button"), MEANT],
    ],
    pages: [
      ["case-to-amend", "organiser", again("amended"), unfold("#amend")],
      ["draft-amendment", "organiser", again("amended"), ...AMENDING],
      ["check-amendment", "organiser", again("amended"), ...AMENDED],
    ],
  },
  {
    does: [["organiser", again("amended"), ...AMENDED, press('main form[action$="/submission"] button')]],
    pages: [
      ["case-amended", "organiser", again("amended")],
      ["referral-amended", "interior", again("amended", "/referrals/moi")],
      ["docket-amended", "interior", "/docket"],
      ["check-release", "organiser", again("amended"), ...RELEASED],
    ],
  },
  {
    does: [["organiser", again("amended"), ...RELEASED, press('main form[action$="/submission"] button')]],
    pages: [
      ["case-released", "organiser", again("amended")],
      ["referral-released", "defence", again("amended", "/referrals/mond")],
      ["asking-also", "coordinator", again("amended"), ALSO],
      ["asking-also-check", "coordinator", again("amended"), ...ASKING_ALSO],
    ],
  },
  {
    does: [["coordinator", again("amended"), ...ASKING_ALSO, MEANT]],
    pages: [
      ["case-asked-also", "organiser", again("amended")],
      ["referral-asked-also", "defence", again("amended", "/referrals/mond")],
      ["taking-back-check", "coordinator", again("amended", "/referrals/mond"), ...TAKING_BACK],
    ],
  },
  {
    does: [["coordinator", again("amended", "/referrals/mond"), ...TAKING_BACK, MEANT]],
    pages: [
      ["case-taken-back", "organiser", again("amended")],
      ["referral-taken-back", "defence", again("amended", "/referrals/mond")],
    ],
  },
  {
    does: [handedIn("refused"), circulated("refused")],
    pages: [["refusal-check", "interior", again("refused", "/referrals/moi"), ...REFUSING]],
  },
  {
    does: [["interior", again("refused", "/referrals/moi"), ...REFUSING, MEANT]],
    pages: [
      ["case-refused", "organiser", again("refused")],
      ["case-refused-coordinator", "coordinator", again("refused")],
      ["notice-refused", "organiser", again("refused", "/referrals/moi/notice")],
    ],
  },
  {
    does: [handedIn("contradictory"), circulated("contradictory"), [...DARK, MEANT]],
    pages: [["contradiction-check", ...LIGHT]],
  },
  {
    does: [[...LIGHT, MEANT]],
    pages: [
      ["case-contradictory", "organiser", again("contradictory")],
      ["docket-contradictory", "interior", "/docket"],
      ["referral-contradictory", "interior", again("contradictory", "/referrals/moi"), unfold(REVISION)],
      ["revision-check", "interior", again("contradictory", "/referrals/moi"), ...RECONCILING],
    ],
  },
  {
    does: [handedIn("offered"), circulated("offered")],
    pages: [
      ["offer-form", "city", again("offered", "/referrals/phnom-penh"), unfold(OFFER)],
      ["offer-check", "city", again("offered", "/referrals/phnom-penh"), ...OFFERING],
    ],
  },
  {
    does: [["city", again("offered", "/referrals/phnom-penh"), ...OFFERING, MEANT]],
    pages: [
      ["offer-case", "organiser", again("offered")],
      ["offer-referral", "organiser", again("offered", "/referrals/phnom-penh")],
      ["offer-referral-city", "city", again("offered", "/referrals/phnom-penh")],
      ["offer-referral-defence", "defence", again("offered", "/referrals/phnom-penh")],
      ["offer-docket", "city", "/docket"],
      ["offer-declining", "organiser", again("offered", "/referrals/phnom-penh"), press("#act-decline-offer button")],
      ["offer-accepting", "organiser", again("offered", "/referrals/phnom-penh"), TAKING_UP],
    ],
  },
  {
    does: [["organiser", again("offered", "/referrals/phnom-penh"), TAKING_UP, press('main form[action$="/submission"] button')]],
    pages: [
      ["offer-accepted-case", "organiser", again("offered")],
      ["offer-accepted-city", "city", again("offered", "/referrals/phnom-penh")],
    ],
  },
  {
    does: [handedIn("lettered"), circulated("lettered")],
    pages: [
      ["letter-form", "coordinator", again("lettered", "/referrals/moi"), unfold(LETTER)],
      ["letter-check", "coordinator", again("lettered", "/referrals/moi"), ...RECORDING],
    ],
  },
  {
    does: [["coordinator", again("lettered", "/referrals/moi"), ...RECORDING, MEANT]],
    pages: [
      ["letter-referral", "interior", again("lettered", "/referrals/moi"), unfold(DISOWN)],
      ["letter-referral-defence", "defence", again("lettered", "/referrals/moi")],
      ["letter-docket", "interior", "/docket"],
      ["letter-case", "organiser", again("lettered")],
      ["letter-notice", "organiser", again("lettered", "/referrals/moi/notice")],
      ["letter-disowning", "interior", again("lettered", "/referrals/moi"), ...DISOWNING],
    ],
  },
  {
    does: [["interior", again("lettered", "/referrals/moi"), ...DISOWNING, MEANT]],
    pages: [["letter-disowned", "organiser", again("lettered", "/referrals/moi")]],
  },
  {
    does: [handedIn("by-item"), circulated("by-item")],
    pages: [
      ["items-asking", "interior", again("by-item", "/referrals/moi"), ...ASKING],
      ["items-asking-refused", "interior", again("by-item", "/referrals/moi"), ...ASKING, type("question", ""), press("#act-ask button")],
    ],
  },
  {
    does: [["interior", again("by-item", "/referrals/moi"), ...ASKING, press("#act-ask button")]],
    pages: [
      ["items-to-answer", "organiser", again("by-item", "/referrals/moi")],
      ["items-to-answer-refused", "organiser", again("by-item", "/referrals/moi"), check("#item-1-3-cannot"), press("#act-answer-items button")],
      ["items-answer-check", "organiser", again("by-item", "/referrals/moi"), ...ANSWERING, press("#act-answer-items button")],
      ["items-case", "organiser", again("by-item")],
      ["items-taking-back", "interior", again("by-item", "/referrals/moi"), unfold("details#act-take-back-items")],
    ],
  },
  {
    does: [["organiser", again("by-item", "/referrals/moi"), ...ANSWERING, press("#act-answer-items button"), MEANT]],
    pages: [
      ["items-in-part", "organiser", again("by-item", "/referrals/moi")],
      ["items-in-part-case", "organiser", again("by-item")],
      ["items-in-part-officer", "interior", again("by-item", "/referrals/moi")],
      ["items-in-part-docket", "interior", "/docket"],
      ["items-in-part-inbox", "interior", "/inbox"],
    ],
  },
  {
    does: [handedIn("case-of-december")],
    pages: [
      ["case-handed-in", "organiser", again("case-of-december")],
      ["case-to-circulate", "coordinator", again("case-of-december")],
      ["circulation-check", "coordinator", again("case-of-december"), press('main form[action$="/circulation"] button')],
    ],
  },
  {
    does: [circulated("case-of-december"), moved("2023-12-15")],
    pages: [
      ["case-overdue", "organiser", again("case-of-december")],
      ["case-overdue-coordinator", "coordinator", again("case-of-december")],
      ["board-overdue", "coordinator", "/board"],
      ["docket-overdue", "interior", "/docket"],
      ["docket-ticked", "interior", "/docket?tick=all"],
      ["together-review-check", "interior", "/docket?tick=all", TOGETHER("/docket/reviews")],
      ["together-remind-refused", "coordinator", "/board", TOGETHER("/board/reminders")],
      ["together-remind-check", "coordinator", "/board", ...TICKED("/board/reminders")],
      ["reminder-form", "coordinator", again("case-of-december"), ...REMINDING],
    ],
  },
  {
    does: [["coordinator", again("case-of-december"), ...REMINDING, press('main form[action$="/reminders"] button'), keep("reminded")]],
    pages: [
      ["reminded-referral", "coordinator", again("reminded")],
      ["reminded-case", "coordinator", again("case-of-december")],
      ["reminded-docket", "interior", "/docket"],
      ["together-remind-in-part", "coordinator", "/board?tick=all", TOGETHER("/board/reminders")],
    ],
  },
  {
    does: [
      ["coordinator", "/board", ...TICKED("/board/reminders"), MEANT, keepAsked("reminded-together")],
      ["interior", "/docket?tick=all", TOGETHER("/docket/reviews"), MEANT, keepAsked("begun-together")],
    ],
    pages: [
      ["together-remind-after", "coordinator", again("reminded-together")],
      ["together-review-after", "interior", again("begun-together")],
    ],
  },
  {
    does: [moved("2024-01-10")],
    pages: [
      ["case-lapsed", "organiser", again("case-of-december")],
    ],
  },
  {
    // With a clock of its own, which is moved to the day before the event.
    rulebooks: [],
    does: [
      ["organiser", "/", first(/referrals\/moi/), type("answer", "By the two streets north and south of the stage."), press("main form[action$=answer] button"), MEANT],
      ["interior", "/", first(/referrals\//), check("[value=granted]"), press("#act-decide button"), MEANT],
      ["defence", "/", first(/referrals\//), check("[value=granted]"), press("#act-decide button"), MEANT],
      ["coordinator", "/board", ...ISSUING, MEANT, keep("case-of-the-day")],
      moved("2023-11-18"),
      ["interior", again("case-of-the-day", "/referrals/moi"), check("[value=no-go]"), type("go-reasons", "The river is half a metre above the mark."), check("[name=go-for-all]"), press("#act-say-go button")],
      ["organiser", again("case-of-the-day", "/day"), type("note-what", "A barge drifted against the third pile."), type("note-place", "The third pile"), type("note-done", "It was towed away."), press("#act-note button")],
      ["organiser", again("case-of-the-day", "/day"), press('form[action$="/day/ticks"] button')],
    ],
    pages: [
      ["day-organiser", "organiser", again("case-of-the-day", "/day")],
      ["day-officer", "city", again("case-of-the-day", "/day")],
      ["day-say-go", "interior", again("case-of-the-day", "/referrals/moi")],
      ["day-case", "organiser", again("case-of-the-day")],
      ["day-board", "coordinator", "/board"],
      ["day-permit", null, "/calendar", first(/\/permits\//)],
      ["day-verify", null, "/calendar", first(/\/permits\//), verifyItsCode],
      ["day-deposit", "city", again("case-of-the-day"), first(CONDITION), unfold("#act-deposit")],
    ],
  },
  {
    rulebooks: [],
    does: [
      ["organiser", "/", first(/referrals\/moi/), type("answer", "By the two streets north and south of the stage."), press("main form[action$=answer] button"), MEANT],
      ["interior", "/", first(/referrals\//), check("[value=granted]"), press("#act-decide button"), MEANT],
      ["defence", "/", first(/referrals\//), check("[value=granted]"), press("#act-decide button"), MEANT],
      ["coordinator", "/board", ...ISSUING, MEANT, keep("case-after-the-day")],
      moved("2023-11-21"),
    ],
    pages: [["report-to-tell", "organiser", again("case-after-the-day")]],
  },
  {
    // What few read of a case, as those read it and as all others do.
    rulebooks: [],
    does: [["organiser", "/", ...CONFIDING, keep("case-confided")]],
    pages: [
      ["confided", "organiser", again("case-confided"), unfold("#act-confide")],
      ["confided-refused", "organiser", again("case-confided"), unfold("#act-confide"), press('main form[action$="/confidences"] button')],
      ["confided-kept-back", "defence", again("case-confided")],
      ["confided-referral", "defence", again("case-confided", "/referrals/mond"), check("[value=granted]"), press("#act-decide button")],
      ["confided-history", "defence", again("case-confided", "/history")],
    ],
  },
  {
    // A certificate of insurance that does not cover the event.
    rulebooks: [],
    does: [
      ["organiser", "/", first(/referrals\/moi/), type("answer", "By the two streets north and south of the stage."), press("main form[action$=answer] button"), MEANT],
      ["interior", "/", first(/referrals\//), check("[value=granted]"), press("#act-decide button"), MEANT],
      ["defence", "/", first(/referrals\//), check("[value=granted]"), press("#act-decide button"), MEANT],
      ["coordinator", "/board", ...ISSUING, MEANT, keep("case-insured")],
      ["organiser", again("case-insured"), ...INSURING],
    ],
    pages: [
      ["insurance-case", "organiser", again("case-insured"), unfold("#act-hand-in-insurance")],
      ["insurance-refused", "organiser", again("case-insured"), unfold("#act-hand-in-insurance"), press('main form[action$="/insurances"] button')],
      ["insurance-condition", "city", again("case-insured"), first(CONDITION)],
      ["insurance-referral", "city", again("case-insured", "/referrals/phnom-penh")],
      ["insurance-board", "coordinator", "/board"],
    ],
  },
  {
    // A day that is held where the case of the demonstration wants it, too.
    rulebooks: [],
    does: [["embassy", "/holds/new", ...HOLDING, keep("hold")]],
    pages: [
      ["hold-new", "embassy", "/holds/new"],
      ["hold-fault", "embassy", "/holds/new", press('main form[action$="/holds"] button')],
      ["hold-own", "embassy", again("hold")],
      ["holds-own", "embassy", "/holds"],
      ["holds-lead", "coordinator", "/holds"],
      ["hold-lead", "coordinator", again("hold")],
      ["hold-board", "coordinator", "/board"],
      ["hold-case", "coordinator", "/board", first(/\/cases\//)],
    ],
  },
  {
    rulebooks: [],
    does: [["organiser", "/", unfold("#again"), press("#again button"), keep("draft-again")]],
    pages: [
      ["draft-again", "organiser", again("draft-again")],
    ],
  },
  {
    // What a case costs.
    rulebooks: [],
    does: [["interior", "/", first(/referrals\//), toCase, ...CHARGING, keep("case-with-fee")]],
    pages: [
      ["fee-to-set", "interior", again("case-with-fee"), unfold("#act-set-fee"), press('main form[action$="/fees"] button')],
      ["fee-to-pay", "organiser", again("case-with-fee"), unfold("#act-say-paid")],
      ["fee-inbox", "organiser", "/inbox"],
    ],
  },
  {
    // That it was paid, as its organiser says.
    rulebooks: [],
    does: [
      ["interior", "/", first(/referrals\//), toCase, ...CHARGING, keep("case-with-fee")],
      ["organiser", again("case-with-fee"), ...PAYING],
    ],
    pages: [
      ["fee-to-find", "interior", again("case-with-fee"), unfold("#act-record-fee")],
      ["fee-referral", "interior", again("case-with-fee", "/referrals/moi")],
      ["fee-history", "coordinator", again("case-with-fee", "/history")],
    ],
  },
  {
    rulebooks: ["us-nyc"],
    pages: [
      ["permit-check-rulebooks", null, "/permit-check"],
      ["permit-check-needs", null, NEEDING, unfold()],
    ],
  },
];
