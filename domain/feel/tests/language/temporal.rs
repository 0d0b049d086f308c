//! Days, times and durations: their functions and what they have of themselves.

use crate::{evaluate, nulls, table};

#[test]
fn dates() {
    table(&[
        ("date(\"2012-12-25\")", "@\"2012-12-25\""),
        ("date(2012, 12, 25)", "@\"2012-12-25\""),
        ("date(@\"2012-12-25T11:00:00Z\")", "@\"2012-12-25\""),
        ("date(@\"2012-12-25\")", "@\"2012-12-25\""),
        ("string(date(\"-2017-12-31\"))", "\"-2017-12-31\""),
        ("string(date(\"999999999-12-31\"))", "\"999999999-12-31\""),
        ("string(date(-999999999, 1, 1))", "\"-999999999-01-01\""),
        ("date(\"2000-02-29\").day", "29"),
    ]);
    nulls(&[
        "date(\"2012-12-25T\")",
        "date(\"2012-12-25T10:00:00\")",
        "date(\"2012-1-1\")",
        "date(\"998-12-31\")",
        "date(\"01211-12-31\")",
        "date(\"+2012-12-02\")",
        "date(\"2012-13-01\")",
        "date(\"1900-02-29\")",
        "date(\"9999999999-01-01\")",
        "date(2012, 13, 1)",
        "date(2012, 2, 30)",
        "date(1000000000, 1, 1)",
        "date(2012.5, 1, 1)",
        "date(null)",
        "date(1)",
        "date(2012, 1)",
        "date(\"2012-12-25Z\")",
    ]);
}

#[test]
fn times() {
    table(&[
        ("time(\"23:59:00\")", "@\"23:59:00\""),
        ("time(\"23:59:00z\")", "@\"23:59:00Z\""),
        ("time(\"00:00:00.123\").second", "0.123"),
        (
            "string(time(\"11:45:30.123456789123\"))",
            "\"11:45:30.123456789\"",
        ),
        ("time(\"23:59:00-08:00\").time offset", "@\"-PT8H\""),
        ("time(\"23:59:00+02:45:55\").time offset", "@\"PT2H45M55S\""),
        (
            "string(time(13, 20, 0, @\"PT2H45M55S\"))",
            "\"13:20:00+02:45:55\"",
        ),
        ("time(1, 2, 3)", "@\"01:02:03\""),
        ("time(1, 2, 3.5)", "@\"01:02:03.5\""),
        ("time(1, 2, 3, null)", "@\"01:02:03\""),
        (
            "time(@\"2012-12-24T23:59:00@Europe/Paris\")",
            "@\"23:59:00@Europe/Paris\"",
        ),
        ("time(@\"2012-12-24\")", "@\"00:00:00Z\""),
        ("time(@\"10:00:00\")", "@\"10:00:00\""),
    ]);
    nulls(&[
        "time(\"24:00:00\")",
        "time(\"00:60:00\")",
        "time(\"00:00:60\")",
        "time(\"1:00:00\")",
        "time(\"10:00\")",
        "time(\"10:00:00+15:00\")",
        "time(\"10:00:00@Mars/Olympus\")",
        "time(\"10:00:00@\")",
        "time(\"10:00:00+02:00@Europe/Paris\")",
        "time(\"10:00:00.\")",
        "time(24, 0, 0)",
        "time(1, 2)",
        "time(1, -2, 3)",
        "time(1, 2, 3, 4)",
        "time(1, 2, 3, @\"PT20H\")",
        "time(null)",
    ]);
}

#[test]
fn dates_and_times() {
    table(&[
        (
            "date and time(\"2012-12-24T23:59:00\")",
            "@\"2012-12-24T23:59:00\"",
        ),
        (
            "date and time(@\"2012-12-24\", @\"23:59:00\")",
            "@\"2012-12-24T23:59:00\"",
        ),
        (
            "date and time(@\"2012-12-24T01:00:00Z\", @\"23:59:00@Asia/Tokyo\")",
            "@\"2012-12-24T23:59:00@Asia/Tokyo\"",
        ),
        ("date and time(\"2012-12-24\")", "@\"2012-12-24T00:00:00\""),
        ("date and time(@\"2012-12-24\")", "@\"2012-12-24T00:00:00Z\""),
        ("date and time(\"-999999999-12-31T00:00:00\").year", "-999999999"),
        (
            "string(date and time(\"2018-12-10T10:30:00@Etc/UTC\"))",
            "\"2018-12-10T10:30:00@Etc/UTC\"",
        ),
        (
            "string(date and time(\"2018-12-10T10:30:00+00:00\"))",
            "\"2018-12-10T10:30:00Z\"",
        ),
    ]);
    nulls(&[
        "date and time(\"2012-12-24T25:00:00\")",
        "date and time(\"2012-12-24T\")",
        "date and time(\"2012-12-24 10:00:00\")",
        "date and time(\"2012-12-24t10:00:00\")",
        "date and time(@\"10:00:00\")",
        "date and time(@\"2012-12-24\", null)",
        "date and time(\"2012-12-24\", @\"10:00:00\")",
        "date and time(null)",
    ]);
}

#[test]
fn durations() {
    table(&[
        ("duration(\"P1DT2H3M4.123S\").seconds", "4.123"),
        ("duration(\"-P1DT2H\").days", "-1"),
        ("duration(\"-P1DT2H\").hours", "-2"),
        ("duration(\"PT1000M\")", "@\"PT16H40M\""),
        ("duration(\"P27M\")", "@\"P2Y3M\""),
        ("duration(\"P27M\").years", "2"),
        ("duration(\"-P27M\").months", "-3"),
        ("string(duration(\"P999999999Y11M\"))", "\"P999999999Y11M\""),
        ("string(duration(\"PT0.999S\"))", "\"PT0.999S\""),
        ("string(duration(\"PT0S\"))", "\"PT0S\""),
        (
            "years and months duration(@\"2011-12-22\", @\"2013-08-24\")",
            "@\"P1Y8M\"",
        ),
        (
            "years and months duration(@\"2013-08-24\", @\"2011-12-22\")",
            "@\"-P1Y8M\"",
        ),
        (
            "years and months duration(@\"2015-01-21\", @\"2016-01-21\")",
            "@\"P1Y\"",
        ),
        (
            "years and months duration(@\"2016-01-31\", @\"2016-02-29\")",
            "@\"P0M\"",
        ),
        (
            "years and months duration(@\"2016-01-21T10:00:00\", @\"2016-02-21\")",
            "@\"P1M\"",
        ),
        (
            "years and months duration(@\"-999999999-12-31\", @\"999999999-12-31\")",
            "@\"P1999999998Y\"",
        ),
    ]);
    nulls(&[
        "duration(\"P\")",
        "duration(\"PT\")",
        "duration(\"P1Y1D\")",
        "duration(\"P1DT\")",
        "duration(\"1D\")",
        "duration(\"P1.5D\")",
        "duration(\"P1H\")",
        "duration(\"PT1D\")",
        "duration(\"\")",
        "duration(null)",
        "duration(1)",
        "duration(\"PT99999999999999999999S\")",
        "years and months duration(@\"2011-12-22\", null)",
        "years and months duration(@\"10:00:00\", @\"2011-12-22\")",
    ]);
}

#[test]
fn what_days_and_times_have_of_themselves() {
    table(&[
        ("@\"2018-12-10\".year", "2018"),
        ("@\"2018-12-10\".month", "12"),
        ("@\"2018-12-10\".day", "10"),
        ("@\"2018-12-10\".weekday", "1"),
        ("@\"2018-12-16\".weekday", "7"),
        ("@\"2018-12-10T10:30:05\".hour", "10"),
        ("@\"2018-12-10T10:30:05\".minute", "30"),
        ("@\"2018-12-10T10:30:05\".second", "5"),
        ("@\"2018-12-10T10:30:05\".weekday", "1"),
        ("@\"2018-12-10T10:30:05\".time offset", "null"),
        ("@\"2018-12-10T10:30:05\".timezone", "null"),
        ("@\"2018-12-10T10:30:05+05:00\".time offset", "@\"PT5H\""),
        ("@\"2018-12-10T10:30:05+05:00\".timezone", "null"),
        ("@\"2018-07-10T10:30:05@Europe/Paris\".time offset", "@\"PT2H\""),
        ("@\"2018-12-10T10:30:05@Europe/Paris\".time offset", "@\"PT1H\""),
        (
            "@\"2018-12-10T10:30:05@Europe/Paris\".timezone",
            "\"Europe/Paris\"",
        ),
        ("@\"10:30:05@Asia/Phnom_Penh\".time offset", "@\"PT7H\""),
        ("@\"20000-07-10T10:30:05@Europe/Paris\".time offset", "@\"PT2H\""),
    ]);
    nulls(&[
        "@\"2018-12-10\".hour",
        "@\"10:30:05\".day",
        "@\"P1Y\".days",
        "@\"P1D\".years",
        "@\"P1D\".foo",
        "@\"2018-12-10\".time offset",
    ]);
}

#[test]
fn calendar() {
    table(&[
        ("day of year(@\"2019-09-17\")", "260"),
        ("day of year(@\"2020-12-31\")", "366"),
        ("day of week(@\"2019-09-16\")", "\"Monday\""),
        ("day of week(@\"1969-12-31T23:00:00Z\")", "\"Wednesday\""),
        ("month of year(@\"2019-09-17\")", "\"September\""),
        ("week of year(@\"2019-09-17\")", "38"),
        ("week of year(@\"2003-12-29\")", "1"),
        ("week of year(@\"2004-01-04\")", "1"),
        ("week of year(@\"2005-01-01\")", "53"),
        ("week of year(@\"2005-01-09\")", "1"),
    ]);
    nulls(&[
        "day of year(null)",
        "day of week(\"2019-09-16\")",
        "week of year(1)",
        "month of year(@\"10:00:00\")",
    ]);
}

#[test]
fn now_and_today_are_the_scopes() {
    assert_eq!(
        evaluate("string(now())").as_text(),
        Some("2026-11-25T10:30:00@Asia/Phnom_Penh")
    );
    table(&[
        ("now() instance of date and time", "true"),
        ("today()", "@\"2026-11-25\""),
        ("now() = @\"2026-11-25T03:30:00Z\"", "true"),
    ]);
}
