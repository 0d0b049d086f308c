//! Packs the relocations of the program (ELF `RELR`): the loader reads a few kilobytes at every start instead of some
//! megabytes, and they stay out of memory. A linker that does not know the option says so and goes on; glibc knows the
//! form since 2.36.

fn main() {
    println!("cargo:rerun-if-changed=build.rs");
    let target = |part: &str| std::env::var(format!("CARGO_CFG_TARGET_{part}")).unwrap_or_default();
    if target("OS") == "linux" && target("ENV") == "gnu" {
        println!("cargo:rustc-link-arg-bins=-Wl,-z,pack-relative-relocs");
    }
}
