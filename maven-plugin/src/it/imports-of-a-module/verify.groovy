assert new File(basedir, 'service/target/classes/com/example/shop/v1/Order.class').isFile()
// What is imported belongs to the module that brings it.
assert !new File(basedir, 'service/target/generated-sources/sluice/com/example/shop/v1/Money.java').exists()
return true
