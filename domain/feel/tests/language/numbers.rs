//! Numeric functions.

use crate::{nulls, table};

#[test]
fn rounding() {
    table(&[
        ("decimal(1/3, 2)", "0.33"),
        ("decimal(1.5, 0)", "2"),
        ("decimal(2.5, 0)", "2"),
        ("decimal(0.5, 0)", "0"),
        ("decimal(125, -1)", "120"),
        ("decimal(1/3, 2.5)", "0.33"),
        ("floor(1.5)", "1"),
        ("floor(-1.5)", "-2"),
        ("floor(-1.56, 1)", "-1.6"),
        ("ceiling(1.5)", "2"),
        ("ceiling(-1.5)", "-1"),
        ("ceiling(-1.56, 1)", "-1.5"),
        ("round up(5.5, 0)", "6"),
        ("round up(-5.5, 0)", "-6"),
        ("round up(1.121, 2)", "1.13"),
        ("round up(-1.126, 2)", "-1.13"),
        ("round down(5.5, 0)", "5"),
        ("round down(-5.5, 0)", "-5"),
        ("round half up(5.5, 0)", "6"),
        ("round half up(-5.5, 0)", "-6"),
        ("round half up(1.121, 2)", "1.12"),
        ("round half up(-1.126, 2)", "-1.13"),
        ("round half down(5.5, 0)", "5"),
        ("round half down(-5.5, 0)", "-5"),
        ("round half down(1.126, 2)", "1.13"),
        ("round up(0.0001, 2)", "0.01"),
        ("round up(0, 2)", "0"),
        ("ceiling(1E-6000)", "1"),
        ("floor(-1E-6000)", "-1"),
        ("round half up(99.95, 1)", "100"),
        ("round up(5, -1)", "10"),
        ("floor(n: 1.55, scale: 1)", "1.5"),
    ]);
    nulls(&[
        "decimal(1, 6177)",
        "decimal(1, -6112)",
        "decimal(1, null)",
        "decimal(null, 1)",
        "round up(1)",
        "floor(\"a\")",
        "floor(null)",
    ]);
}

#[test]
fn powers_and_remainders() {
    table(&[
        ("abs(-10)", "10"),
        ("abs(@\"-PT5H\")", "@\"PT5H\""),
        ("abs(@\"-P5M\")", "@\"P5M\""),
        ("modulo(12, 5)", "2"),
        ("modulo(-12, 5)", "3"),
        ("modulo(12, -5)", "-3"),
        ("modulo(-12, -5)", "-2"),
        ("modulo(10.1, 4.5)", "1.1"),
        ("modulo(-10.1, 4.5)", "3.4"),
        ("modulo(10.1, -4.5)", "-3.4"),
        ("modulo(-10.1, -4.5)", "-1.1"),
        // A quotient of 34 digits is rounded up here; what is left is not.
        ("modulo(9999999999999999999999999999999995, 7)", "6"),
        ("modulo(-9999999999999999999999999999999995, 7)", "1"),
        ("modulo(9999999999999999999999999999999995, -7)", "-1"),
        ("modulo(10 ** 50, 7)", "2"),
        ("modulo(10 ** 6000, 7)", "1"),
        ("modulo(-0.5, 10 ** 20)", "99999999999999999999.5"),
        ("modulo(0, -5)", "0"),
        ("modulo(-10, 5)", "0"),
        ("sqrt(16)", "4"),
        ("sqrt(2)", "1.414213562373095048801688724209698"),
        ("sqrt(0)", "0"),
        ("log(1)", "0"),
        ("decimal(log(10), 8)", "2.30258509"),
        ("exp(0)", "1"),
        ("decimal(exp(5), 8)", "148.41315910"),
        ("decimal(exp(-5), 8)", "0.00673795"),
        ("exp(-100000)", "0"),
        ("odd(5)", "true"),
        ("odd(2)", "false"),
        ("odd(-1)", "true"),
        ("even(0)", "true"),
        ("even(-2)", "true"),
        ("even(5)", "false"),
        ("even(10 ** 50)", "true"),
    ]);
    nulls(&[
        "abs(null)",
        "abs(\"a\")",
        "modulo(1, 0)",
        "modulo(null, 1)",
        "sqrt(-1)",
        "log(0)",
        "log(-1)",
        "exp(100000)",
        "odd(null)",
        "even(\"a\")",
    ]);
}
