assert new File(basedir, 'target/classes/com/example/shop/v1/Order.class').isFile()
assert new File(basedir, 'target/test-classes/com/example/shop/fake/v1/Basket.class').isFile()
assert !new File(basedir, 'target/generated-test-sources/sluice/com/example/shop/v1').exists()
return true
