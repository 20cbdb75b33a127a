package com.paycrypt.sdk.spring.internal.mvc;

import com.paycrypt.sdk.spring.internal.webhook.WebhookPath;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.util.ServletRequestPathUtils;

/** Whether a servlet request is for the webhook path. */
public final class MvcPath {
    private MvcPath() {}

    /** By the path that Spring routes, or by the one that the container resolved: whichever leads to us. */
    public static boolean isRequested(WebhookPath path, HttpServletRequest request) {
        return isRouted(path, request) || path.is(resolved(request));
    }

    /** Behind a servlet's prefix, containers understand spellings that Spring cannot take apart and does not route. */
    private static boolean isRouted(WebhookPath path, HttpServletRequest request) {
        try {
            return path.is(ServletRequestPathUtils.parse(request).pathWithinApplication());
        } catch (IllegalArgumentException notRouted) {
            return false;
        }
    }

    private static String resolved(HttpServletRequest request) {
        String inServlet = request.getPathInfo();
        return inServlet == null ? request.getServletPath() : inServlet;
    }
}
