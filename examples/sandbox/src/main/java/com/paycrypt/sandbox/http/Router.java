package com.paycrypt.sandbox.http;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds the handler of a request by method and path. Paths match as they were sent and in full: another spelling of a
 * path is another path, so a trailing slash is 404.
 */
public final class Router implements Handler {
    private final List<Route> routes = new ArrayList<>();

    /**
     * Adds a route; earlier ones win.
     *
     * @param method the method
     * @param path the path, whose {@code {}} each stand for one segment
     * @param handler the handler
     * @return this router
     */
    public Router on(String method, String path, Handler handler) {
        String pattern = Pattern.quote(path).replace("{}", "\\E([A-Za-z0-9_-]{1,64})\\Q");
        routes.add(new Route(method, Pattern.compile(pattern), handler));
        return this;
    }

    @Override
    public Response handle(Request request) throws IOException {
        for (Route route : routes) {
            Optional<List<String>> variables = route.match(request.path());
            if (variables.isPresent() && route.takes(request.method())) {
                return route.handler().handle(request.with(variables.get()));
            }
        }
        return notRouted(request);
    }

    private Response notRouted(Request request) {
        String allowed = routes.stream()
                .filter(route -> route.match(request.path()).isPresent())
                .map(Route::method)
                .distinct()
                .collect(Collectors.joining(", "));
        return allowed.isEmpty()
                ? Response.error(404, "not_found")
                : Response.error(405, "method_not_allowed").with("Allow", allowed);
    }

    private record Route(String method, Pattern path, Handler handler) {
        Optional<List<String>> match(String requested) {
            Matcher matcher = path.matcher(requested);
            return matcher.matches() ? Optional.of(groups(matcher)) : Optional.empty();
        }

        boolean takes(String requested) {
            return method.equals(requested) || (method.equals("GET") && requested.equals("HEAD"));
        }

        private static List<String> groups(Matcher matcher) {
            return IntStream.rangeClosed(1, matcher.groupCount())
                    .mapToObj(matcher::group)
                    .toList();
        }
    }
}
