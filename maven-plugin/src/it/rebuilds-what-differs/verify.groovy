def outcomes = new File(basedir, 'build.log').readLines().findAll { it.startsWith('[INFO] bindings') }.collect { it - '[INFO] ' }
assert outcomes == [
    'bindings: 2 files written, 0 unchanged, 0 stale ones removed',
    // Nothing has changed.
    'bindings are up to date: 2 files',
    // An option has.
    'bindings: 0 files written, 2 unchanged, 0 stale ones removed',
    // A schema is not meant any more, and another option has changed back.
    'bindings: 0 files written, 1 unchanged, 1 stale ones removed',
    'bindings are up to date: 1 files',
]
def output = new File(basedir, 'target/generated-sources/sluice/com/example/shop/v1')
assert output.list().sort() == ['Order.java']
return true
