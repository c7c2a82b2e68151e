// In the checkout the library is a neighbour, and what it depends on is compiled already.
def manifest = new File(basedir, 'Cargo.toml')
manifest.text = manifest.text.replace('../../contract-tests', "${root}/contract-tests")
def peers = "${root}/contract-tests/peers/target"
def pom = new File(basedir, 'pom.xml')
pom.text = pom.text.replace('target/debug', "${peers}/rust/debug").replace('<executable>cargo</executable>', """<executable>cargo</executable>
              <environmentVariables>
                <CARGO_TARGET_DIR>${peers}/rust</CARGO_TARGET_DIR>
                <SLUICE_DESCRIPTORS>${peers}/schemas.binpb</SLUICE_DESCRIPTORS>
              </environmentVariables>""")
return true
