def log = new File(basedir, 'build.log').text
assert log.contains('com.example.shop:quick-start has no release below 1.0.0-SNAPSHOT: nothing is checked')
assert new File(basedir, 'target/classes/shop/v1/Order.class').isFile()
assert log.contains("${basedir}/changes/shop/v1/order.proto:7:3: error FIELD_SAME_TYPE: ")
return true
