assert new File(basedir, 'target/generated-sources/sluice/shop/v1/Order.java').isFile()
def pact = new File(basedir, 'target/pacts/checkout-orders.json')
// Both providers are verified against what this consumer writes.
['orders-go', 'orders-rust'].each {
    assert new File(root, "examples/${it}/pacts/checkout-orders.json").text == pact.text : "copy ${pact} to examples/${it}/pacts"
}
return true
