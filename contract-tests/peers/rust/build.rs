//! Generates the messages of the contract from its schemas, given as a descriptor set (`sluice build`): types by prost, their JSON by pbjson. No protoc
//! is needed.

use std::error::Error;
use std::path::PathBuf;
use std::{env, fs};

use prost::Message;
use prost_types::FileDescriptorSet;

/// Names the descriptor set.
const VARIABLE: &str = "SLUICE_DESCRIPTORS";

/// Where the build of the checkout leaves it.
const DEFAULT: &str = "../target/schemas.binpb";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo:rerun-if-env-changed={VARIABLE}");
    let path = env::var(VARIABLE).unwrap_or_else(|_| DEFAULT.to_owned());
    println!("cargo:rerun-if-changed={path}");
    let encoded = fs::read(&path).map_err(|error| {
        format!("{path}: {error}; write it with `./sluice build schemas --out contract-tests/peers/target/schemas.binpb`")
    })?;
    let mut set = FileDescriptorSet::decode(encoded.as_slice())?;
    // The constraints that the schemas carry as options are declared by another file, which no message needs.
    set.file.retain(|file| file.name().starts_with("sluice/"));
    let out = PathBuf::from(env::var("OUT_DIR")?);
    fs::write(out.join("schemas.binpb"), set.encode_to_vec())?;
    prost_build::Config::new()
        .btree_map(["."])
        .disable_comments(["."])
        .compile_fds(set.clone())?;
    pbjson_build::Builder::new()
        .register_descriptors(&set.encode_to_vec())?
        .btree_map(["."])
        .emit_fields()
        .ignore_unknown_fields()
        .ignore_unknown_enum_variants()
        .build(&[".sluice"])?;
    Ok(())
}
