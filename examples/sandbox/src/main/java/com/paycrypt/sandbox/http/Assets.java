package com.paycrypt.sandbox.http;

/** The style sheet, the script and the icon of the pages. */
public final class Assets {
    private Assets() {}

    /**
     * Adds their routes.
     *
     * @param router where to
     */
    public static void addTo(Router router) {
        add(router, "sandbox.css", "text/css; charset=utf-8");
        add(router, "sandbox.js", "text/javascript; charset=utf-8");
        add(router, "icon.svg", "image/svg+xml");
    }

    private static void add(Router router, String name, String type) {
        Response asset = Response.bytes(200, type, Template.bytes(Assets.class, name));
        router.on("GET", "/assets/" + name, request -> asset);
    }
}
