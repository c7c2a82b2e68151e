def log = new File(basedir, 'build.log').text
assert log.contains('/order.proto:7:3: error FIELD_')
assert log.contains("[INFO] baseline: ${basedir}/baselines/1.1")
assert log.contains('[INFO] no breaking changes')
assert log.contains("the schemas break peers that use ${basedir}/baselines/1.0:")
return true
