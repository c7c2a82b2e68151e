// In the checkout the library is a neighbour.
def module = new File(basedir, 'go.mod')
module.text = module.text.replace('../../contract-tests', "${root}/contract-tests")
return true
