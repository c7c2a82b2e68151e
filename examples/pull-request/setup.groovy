def git = { String... arguments ->
    def command = ['git', '-c', 'user.name=it', '-c', 'user.email=it@localhost', '-c', 'commit.gpgsign=false'] + arguments.toList()
    def process = command.execute(null, basedir)
    process.waitFor()
    assert process.exitValue() == 0 : process.errorStream.text
}
git('init', '--quiet', '--initial-branch=main')
git('add', '.')
git('commit', '--quiet', '-m', 'base')
def order = new File(basedir, 'proto/shop/v1/order.proto')
order.text = order.text.replace('int32 quantity', 'string quantity')
return true
