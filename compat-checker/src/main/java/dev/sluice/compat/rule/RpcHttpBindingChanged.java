package dev.sluice.compat.rule;

import dev.sluice.schema.model.Rpc;
import java.util.Arrays;
import java.util.List;

/** RPCs can be called by HTTP as before; ways to call them may be added (google/api/http.proto). */
final class RpcHttpBindingChanged extends RpcRule {
    private static final int HTTP = 72295728;

    RpcHttpBindingChanged() {
        super(
                "RPC_SAME_HTTP_BINDING",
                "RPCs keep the HTTP methods, paths and bodies that google.api.http gives them.",
                "HTTP clients that call the old way get 404 or 405, or send what is not understood",
                "Keep the old binding in additional_bindings.",
                Category.STRICT);
    }

    @Override
    public void check(Rpc old, Rpc now, Findings findings) {
        if (old.options().encoded().length == 0
                || Arrays.equals(old.options().encoded(), now.options().encoded())) {
            return;
        }
        List<HttpBinding> news = HttpBinding.of(now);
        for (HttpBinding binding : HttpBinding.of(old)) {
            if (news.stream().noneMatch(binding::isCalledAlike)) {
                findings.add(
                        this,
                        Anchor.optionOf(now, HTTP).or(now),
                        old,
                        old.fullName() + " " + binding.verb() + " " + binding.path(),
                        binding.show() + " -> " + successor(binding, news),
                        RpcWords.describe(old) + " is no longer called by " + binding.show()
                                + successor(binding, news));
            }
        }
    }

    /** What is there instead, where that can be told. */
    private static String successor(HttpBinding binding, List<HttpBinding> news) {
        for (HttpBinding candidate : news) {
            if (candidate.isAtSamePlace(binding) || news.size() == 1) {
                return ", but by " + candidate.show();
            }
        }
        return "";
    }
}
