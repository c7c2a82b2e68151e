def log = new File(basedir, 'build.log').text
assert log.contains("${basedir}/proto/shop/v1/order.proto:7:3: error FIELD_SAME_TYPE: ")
assert log.contains('fingerprint 962dfa591826d4b4')
assert log.contains('the schemas break peers that use git ')
assert log.count('[INFO] no breaking changes but for 1 waived') == 2
assert log.contains('the baseline git:v9.9 is not to be had: ')
assert log.contains('[INFO] FIELD_SAME_TYPE')
assert new File(basedir, 'sluice.yaml').text.contains('962dfa591826d4b4')
assert new File(basedir, 'target/sluice.md').text == new File(basedir, 'reviewer-sees.md').text
assert new File(basedir, 'target/sluice.json').text.contains('"proto/shop/v1/order.proto"')
assert !log.contains('Caused by')
return true
