def log = new File(basedir, 'build.log').text
assert log.contains('com.example.shop:shop-schemas has no release below 1.0.0, so there is nothing to check against; for a first release set <failOnMissingBaseline>false')
assert log.contains('com.example.shop:shop-schemas has no release below 1.0.0: nothing is checked')
assert new File(basedir, 'target-releases/com/example/shop/shop-schemas/1.0.0/shop-schemas-1.0.0-schemas.binpb').isFile()
assert log.count('[INFO] baseline: com.example.shop:shop-schemas:1.0.0:binpb:schemas') == 3
assert log.count('[INFO] no breaking changes') == 2
assert log.contains("${basedir}/changes/shop/v1/order.proto:7:3: error FIELD_SAME_TYPE: ")
assert log.contains('the schemas break peers that use com.example.shop:shop-schemas:1.0.0:binpb:schemas')
assert !log.contains('Caused by')
return true
