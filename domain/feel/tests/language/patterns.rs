//! `matches`, `replace`, `split`.

use crate::{nulls, table};

#[test]
fn matches() {
    table(&[
        ("matches(\"foobar\", \"^fo*b\")", "true"),
        ("matches(\"foobar\", \"^Fo*bar\", \"i\")", "true"),
        ("matches(\"foobar\", \"^Fo*bar\")", "false"),
        ("matches(\"foobar\", \"o\")", "true"),
        ("matches(\"a\\nb\", \"a.b\")", "false"),
        ("matches(\"a\\nb\", \"a.b\", \"s\")", "true"),
        ("matches(\"a\\nb\", \"^b\")", "false"),
        ("matches(\"a\\nb\", \"^b\", \"m\")", "true"),
        ("matches(\"a\\n\", \"a$\")", "false"),
        ("matches(\"a\\nb\", \"a$\", \"m\")", "true"),
        ("matches(\"helloworld\", \"hello world\", \"x\")", "true"),
        ("matches(\"helloworld\", \"hello[ ]world\", \"x\")", "false"),
        ("matches(\"hello world\", \"hello\\ sworld\", \"x\")", "true"),
        ("matches(\"a.b\", \"a.b\", \"q\")", "true"),
        ("matches(\"axb\", \"a.b\", \"q\")", "false"),
        ("matches(\"abcabc\", \"(abc)\\1\")", "true"),
        ("matches(\"abcabd\", \"^(abc)\\1$\")", "false"),
        ("matches(\"xyzb\", \"[a-z-[aeiou]]b\")", "true"),
        ("matches(\"a\", \"^[a-z-[aeiou]]$\")", "false"),
        ("matches(\"A\", \"\\p{Lu}\")", "true"),
        ("matches(\"é\", \"\\p{IsBasicLatin}\")", "false"),
        ("matches(\"a-b\", \"a[-+]b\")", "true"),
        ("matches(\"a&&b\", \"[&&]\")", "true"),
        ("matches(\"x\", \"[^a-c]\")", "true"),
        ("matches(\"\", \"\")", "true"),
        ("matches(\"foo\", \"(?:f)oo\")", "true"),
        ("matches(\"aaa\", \"^a{3}$\")", "true"),
        ("matches(\"aaa\", \"^a{1,2}$\")", "false"),
        ("matches(\"ខែ\", \"^\\S+$\")", "true"),
        ("matches(\"foobar\", \"^fo*b\", null)", "true"),
        ("matches(\"foobar\", \"^fo*b\", \"\")", "true"),
    ]);
    nulls(&[
        "matches(\"a\", \"(\")",
        "matches(\"a\", \")\")",
        "matches(\"a\", \"[\")",
        "matches(\"a\", \"[]\")",
        "matches(\"a\", \"*\")",
        "matches(\"a\", \"a**\")",
        "matches(\"a\", \"(?=a)\")",
        "matches(\"a\", \"\\b\")",
        "matches(\"a\", \"(a)\\2\")",
        "matches(\"a\", \"\\1(a)\")",
        "matches(\"a\", \"\\p{Foo}\")",
        "matches(\"a\", \"a{,2}\")",
        "matches(\"a\", \"a\", \"p\")",
        "matches(null, \"a\")",
        "matches(\"a\", null)",
        "matches(\"a\", 1)",
        "matches(\"a\", \"a{999999}{999999}\")",
        "matches(\"a\", \"((((a{99}){99}){99}){99})\")",
    ]);
}

#[test]
fn replace() {
    table(&[
        (
            "replace(\"abcd\", \"(ab)|(a)\", \"[1=$1][2=$2]\")",
            "\"[1=ab][2=]cd\"",
        ),
        ("replace(\"abracadabra\", \"bra\", \"*\")", "\"a*cada*\""),
        ("replace(\"abracadabra\", \"a.*?a\", \"*\")", "\"*c*bra\""),
        (
            "replace(\"abracadabra\", \"a(.)\", \"a$1$1\")",
            "\"abbraccaddabbra\"",
        ),
        ("replace(\"AAAA\", \"A+?\", \"b\")", "\"bbbb\""),
        ("replace(\"darted\", \"^(.*?)d(.*)$\", \"$1c$2\")", "\"carted\""),
        ("replace(\"a.b\", \".\", \"$0\", \"q\")", "\"a$0b\""),
        ("replace(\"a1\", \"a\", \"\\\\$\")", "\"$1\""),
        ("replace(\"a1\", \"a\", \"\\\\\\\\\")", "\"\\\\1\""),
        ("replace(\"ab\", \"(a)\", \"$12\")", "\"a2b\""),
        ("replace(\"ab\", \"(a)\", \"$2\")", "\"b\""),
        ("replace(\"ab\", \"(a)b\", \"<$0>\")", "\"<ab>\""),
        ("replace(\"ABC\", \"b\", \"x\", \"i\")", "\"AxC\""),
        ("replace(\"foo\", \"x\", \"y\")", "\"foo\""),
        ("replace(\"a b\", \"a b\", \"x\", \"x\")", "\"a b\""),
    ]);
    nulls(&[
        "replace(\"abracadabra\", \".*?\", \"$1\")",
        "replace(\"a\", \"a\", \"$\")",
        "replace(\"a\", \"a\", \"$x\")",
        "replace(\"a\", \"a\", \"\\\\x\")",
        "replace(\"a\", \"(\", \"x\")",
        "replace(null, \"a\", \"x\")",
        "replace(\"a\", \"a\", null)",
        "replace(\"a\", \"a\", \"x\", \"z\")",
    ]);
}

#[test]
fn split() {
    table(&[
        ("split(\"John Doe\", \"\\s\")", "[\"John\", \"Doe\"]"),
        ("split(\"a;b;c;;\", \";\")", "[\"a\", \"b\", \"c\", \"\", \"\"]"),
        ("split(\"abc\", \"x\")", "[\"abc\"]"),
        ("split(\"\", \";\")", "[\"\"]"),
        ("split(\"a1b22c\", \"[0-9]+\")", "[\"a\", \"b\", \"c\"]"),
        ("split(\"abc\", \"\")", "[\"a\", \"b\", \"c\"]"),
        ("split(string: \"a.b\", delimiter: \"\\.\")", "[\"a\", \"b\"]"),
    ]);
    nulls(&[
        "split(null, \";\")",
        "split(\"a\", null)",
        "split(\"a\", \"[\")",
        "split(1, \";\")",
    ]);
}
