def outcomes = new File(basedir, 'build.log').readLines().findAll { it.startsWith('[INFO] bindings') }.collect { it - '[INFO] ' }
assert outcomes == [
    'bindings: 1 files written, 0 unchanged, 0 stale ones removed',
    // Nothing has changed.
    'bindings are up to date: 1 files',
    // The package has.
    'bindings: 1 files written, 0 unchanged, 1 stale ones removed',
]
assert new File(basedir, 'target/generated-sources/sluice/com/example/other/shop/Order.java').exists()
assert new File(basedir, 'target/classes/com/example/shop/Order.class').exists()
return true
