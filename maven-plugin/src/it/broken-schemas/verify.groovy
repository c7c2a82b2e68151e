def log = new File(basedir, 'build.log').text
def folder = new File(basedir, 'src/main/proto/shop/v1')
assert log.contains("[ERROR] ${folder}/order.proto:5:1: error: ")
assert log.contains("[ERROR] ${folder}/item.proto:7:1: error: ")
assert log.contains('problems in the schemas, the first: ')
assert !log.contains('Caused by')
assert !new File(basedir, 'target/generated-sources/sluice').exists()
return true
