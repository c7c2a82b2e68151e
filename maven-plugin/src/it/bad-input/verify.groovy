def runs = new File(basedir, 'build.log').text.split('Scanning for projects').drop(1)
assert runs.size() == 9

assert runs[0].contains('"eror"') && runs[0].contains('sluice.failOn')
assert runs[1].contains('FEILD_SAME_TYPE') && runs[1].contains('known are: ')
assert runs[2].contains('the baseline gav:com.example.shop:nowhere:1.0.0 is not to be had: ')
assert runs[3].contains("the baseline baselines/gone.binpb is not to be had: there is no ${basedir}/baselines/gone.binpb")
assert runs[4].contains("${basedir}/src/main/proto/shop/v1/purchase.proto:7:1: error: message shop.purchase.v1.ORDER and message shop.v1.Order (shop/v1/order.proto:7:1) give the Java classes")
assert runs[4].contains('which differ in case only, and so do their files; set another java_package in one of the two files')
assert runs[5].contains('<sourceDependencies> names com.example.shop:nowhere, which is not among the <dependencies> of the project')
assert runs[6].contains("the schema folder ${basedir}/src/main/protos does not exist; set <sourceDirectories>")
assert runs[7].contains("${basedir}/src/main/clash/shop/purchase.proto:7:1: error: message shop.purchase.v1.Order and message shop.v1.Order (shop/order.proto:7:1) both give the Java class com.example.shop.Order; set another java_package in one of the two files")
assert runs[8].contains("${basedir}/src/main/java/com/example/shop/Order.java: error: this file would be overwritten, and Sluice did not generate it; move it, or write to another folder")
assert new File(basedir, 'src/main/java/com/example/shop/Order.java').text.contains('Written by hand')
assert !new File(basedir, 'src/main/java/.sluice-generated').exists()

// One screen each, and nothing half-written.
runs.each {
    assert it.readLines().findAll { line -> line.startsWith('[ERROR]') }.size() <= 12
    assert !it.contains('Caused by')
}
assert !new File(basedir, 'target/generated-sources').exists()
return true
