package com.paycrypt.examples.servletshop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.WebContext;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;
import org.thymeleaf.web.servlet.JakartaServletWebApplication;

/** The pages' templates, which escape whatever they are given. */
final class Pages {
    private final TemplateEngine templates = new TemplateEngine();

    Pages() {
        ClassLoaderTemplateResolver resolver = new ClassLoaderTemplateResolver();
        resolver.setPrefix("templates/");
        resolver.setSuffix(".html");
        resolver.setCharacterEncoding("UTF-8");
        templates.setTemplateResolver(resolver);
    }

    void show(String page, Map<String, Object> model, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        JakartaServletWebApplication application =
                JakartaServletWebApplication.buildApplication(request.getServletContext());
        response.setContentType("text/html;charset=UTF-8");
        templates.process(
                page,
                new WebContext(application.buildExchange(request, response), Locale.ENGLISH, model),
                response.getWriter());
    }
}
