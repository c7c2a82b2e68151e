// Command generate writes the Go messages of the contract's schemas: it is protoc-gen-go, given a descriptor set instead of a protoc.
//
// Usage: generate SET.binpb FOLDER. The set holds the schemas and what they import (sluice build). Each file of the contract becomes
// a package below FOLDER; the folder is written anew, so nothing of an older schema stays.
package main

import (
	"fmt"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"google.golang.org/protobuf/cmd/protoc-gen-go/internal_gengo"
	"google.golang.org/protobuf/compiler/protogen"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/types/descriptorpb"
	"google.golang.org/protobuf/types/pluginpb"
)

const (
	// contract is where the schemas of the contract lie in a set.
	contract = "sluice/"
	// packages is the import path of what is generated.
	packages = "sluice.dev/peers/go/protocol"
)

func main() {
	if len(os.Args) != 3 {
		fmt.Fprintln(os.Stderr, "usage: generate SET.binpb FOLDER")
		os.Exit(2)
	}
	if err := generate(os.Args[1], os.Args[2]); err != nil {
		fmt.Fprintln(os.Stderr, "generate:", err)
		os.Exit(1)
	}
}

func generate(set, folder string) error {
	files, err := read(set)
	if err != nil {
		return err
	}
	request := &pluginpb.CodeGeneratorRequest{ProtoFile: files}
	var mapping []string
	for _, file := range files {
		request.FileToGenerate = append(request.FileToGenerate, file.GetName())
		mapping = append(mapping, fmt.Sprintf("M%s=%s", file.GetName(), importPath(file.GetName())))
	}
	request.Parameter = proto.String(strings.Join(mapping, ","))
	plugin, err := protogen.Options{}.New(request)
	if err != nil {
		return err
	}
	for _, file := range plugin.Files {
		internal_gengo.GenerateFile(plugin, file)
	}
	return write(plugin.Response(), folder)
}

// read returns the files of the contract, each after those that it imports. The constraints that they carry as options of buf.validate stay as bytes;
// the import that declares those options is left out, since no message needs it.
func read(set string) ([]*descriptorpb.FileDescriptorProto, error) {
	encoded, err := os.ReadFile(set)
	if err != nil {
		return nil, err
	}
	decoded := &descriptorpb.FileDescriptorSet{}
	if err := proto.Unmarshal(encoded, decoded); err != nil {
		return nil, fmt.Errorf("%s is no descriptor set: %w", set, err)
	}
	other := func(name string) bool { return !strings.HasPrefix(name, contract) }
	files := slices.DeleteFunc(decoded.File, func(file *descriptorpb.FileDescriptorProto) bool { return other(file.GetName()) })
	if len(files) == 0 {
		return nil, fmt.Errorf("%s holds no file below %s", set, contract)
	}
	for _, file := range files {
		file.Dependency = slices.DeleteFunc(file.Dependency, other)
	}
	return files, nil
}

// importPath is the package of a file: its folder without the prefix of the contract.
func importPath(name string) string {
	folder := strings.TrimPrefix(path.Dir(name), contract)
	version := path.Base(folder)
	return path.Join(packages, folder) + ";" + path.Base(path.Dir(folder)) + version
}

func write(response *pluginpb.CodeGeneratorResponse, folder string) error {
	if response.Error != nil {
		return fmt.Errorf("protoc-gen-go: %s", response.GetError())
	}
	if err := os.RemoveAll(folder); err != nil {
		return err
	}
	for _, file := range response.File {
		target := filepath.Join(folder, strings.TrimPrefix(file.GetName(), packages))
		if err := os.MkdirAll(filepath.Dir(target), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(target, []byte(file.GetContent()), 0o644); err != nil {
			return err
		}
	}
	return nil
}
