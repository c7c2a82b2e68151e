package dev.sluice.schema.parse;

import dev.sluice.schema.descriptor.MethodProto;
import dev.sluice.schema.descriptor.OptionsProto;
import dev.sluice.schema.descriptor.ServiceProto;
import dev.sluice.schema.descriptor.UninterpretedOption;
import java.util.ArrayList;
import java.util.List;

/** Parses services and their methods. */
final class ServiceParser {
    private final Tokens tokens;
    private final LocationRecorder locations;
    private final OptionParser options;

    ServiceParser(Tokens tokens, OptionParser options) {
        this.tokens = tokens;
        this.locations = tokens.locations();
        this.options = options;
    }

    /** Parses {@code service Name { ... }} and adds it to {@code services}. */
    void parse(Span root, List<ServiceProto> services) {
        int start = tokens.start();
        Span span = locations.open(root, Tag.File.SERVICE, services.size());
        tokens.require(Word.SERVICE, "\"service\"");
        Span nameSpan = locations.open(span, Tag.Service.NAME);
        String name = tokens.identifier("the name of the service");
        locations.close(nameSpan);
        List<MethodProto> methods = new ArrayList<>();
        List<UninterpretedOption> serviceOptions = new ArrayList<>(0);
        tokens.openBlock(span, "service");
        while (!tokens.acceptEndOfBlock("service", start)) {
            try {
                if (tokens.at(Word.OPTION)) {
                    options.statement(span, Tag.Service.OPTIONS, serviceOptions);
                } else if (!tokens.acceptEmptyStatement()) {
                    method(span, methods);
                }
            } catch (StatementError reported) {
                tokens.skipStatement();
            }
        }
        locations.close(span);
        services.add(new ServiceProto(name, List.copyOf(methods), OptionParser.of(serviceOptions)));
    }

    private void method(Span service, List<MethodProto> methods) {
        int start = tokens.start();
        Span span = locations.open(service, Tag.Service.METHOD, methods.size());
        tokens.require(Word.RPC, "\"rpc\", \"option\" or \"}\"");
        Span nameSpan = locations.open(span, Tag.Method.NAME);
        String name = tokens.identifier("the name of the method");
        locations.close(nameSpan);
        tokens.require('(', "\"(\" and the request type");
        boolean clientStreaming = streaming(span, Tag.Method.CLIENT_STREAMING);
        String inputType = type(span, Tag.Method.INPUT_TYPE, "the request type");
        tokens.require(')', "\")\" after the request type");
        tokens.require(Word.RETURNS, "\"returns\" and the response type");
        tokens.require('(', "\"(\" and the response type");
        boolean serverStreaming = streaming(span, Tag.Method.SERVER_STREAMING);
        String outputType = type(span, Tag.Method.OUTPUT_TYPE, "the response type");
        tokens.require(')', "\")\" after the response type");
        OptionsProto methodOptions = null;
        if (tokens.at('{')) {
            methodOptions = options(span, start);
        } else {
            tokens.endStatement(span);
        }
        locations.close(span);
        methods.add(new MethodProto(name, inputType, outputType, methodOptions, clientStreaming, serverStreaming));
    }

    private boolean streaming(Span method, int tag) {
        if (!tokens.at(Word.STREAM)) {
            return false;
        }
        Span span = locations.open(method, tag);
        tokens.next();
        locations.close(span);
        return true;
    }

    private String type(Span method, int tag, String what) {
        Span span = locations.open(method, tag);
        String name = tokens.messageName(what);
        locations.close(span);
        return name;
    }

    private OptionsProto options(Span method, int start) {
        List<UninterpretedOption> methodOptions = new ArrayList<>(1);
        tokens.openBlock(method, "method");
        while (!tokens.acceptEndOfBlock("method", start)) {
            try {
                if (!tokens.acceptEmptyStatement()) {
                    options.statement(method, Tag.Method.OPTIONS, methodOptions);
                }
            } catch (StatementError reported) {
                tokens.skipStatement();
            }
        }
        return OptionParser.ofBlock(methodOptions);
    }
}
