// In the checkout the library is a neighbour, and what it depends on is compiled already.
def manifest = new File(basedir, 'Cargo.toml')
manifest.text = manifest.text.replace('../../contract-tests', "${root}/contract-tests")
def pom = new File(basedir, 'pom.xml')
pom.text = pom.text.replace('target/debug', "${root}/contract-tests/peers/target/rust/debug")
return true
