def log = new File(basedir, 'build.log').text
def order = "${basedir}/src/main/proto/shop/v1/order.proto"
assert log.count("[ERROR] ${order}:6:10: error FIELD_LOWER_SNAKE_CASE: field \"orderId\" is not") == 1
assert log.contains('[ERROR] 1 lint finding\n')
assert log.contains('the schemas are not written as the lint rules ask: see the findings above')
assert log.count('[INFO] no lint findings\n') == 2
assert log.contains('"STANDRAD" is neither a category nor a lint rule; known are: ')
assert log.contains('[INFO] FIELD_LOWER_SNAKE_CASE\n')
assert !log.contains('customerId')
assert !log.contains('Caused by')
// The last build that ran found nothing.
assert new File(basedir, 'target/lint.json').text.isEmpty()
return true
