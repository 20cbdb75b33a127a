package com.paycrypt.sdk.webhook;

import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import javax.sql.DataSource;

/**
 * A shop in a process of its own, to be killed. Its arguments are the database's URL, what it does ({@code ORDER},
 * {@code first:ORDER} to answer first, or {@code process}), and the step at which it stops and waits for its end: every statement and every commit is one.
 */
final class ShopProcess {
    private static final Set<String> STEPS = Set.of("execute", "executeUpdate", "executeQuery", "commit");

    static final String ANSWER_FIRST = "first:";

    private final int lastStep;
    private final PrintStream out;
    private int steps;

    private ShopProcess(int lastStep, PrintStream out) {
        this.lastStep = lastStep;
        this.out = out;
    }

    public static void main(String[] arguments) {
        ShopProcess shop = new ShopProcess(Integer.parseInt(arguments[2]), System.out);
        WebhookInbox inbox = WebhookInbox.jdbc(shop.watched(DataSource.class, new UrlDataSource(arguments[0])));
        WebhookHandler handler = inbox.inTransaction(InboxContract::ship);
        if (arguments[1].equals("process")) {
            shop.out.println("TOOK " + inbox.processDue(handler));
        } else if (arguments[1].startsWith(ANSWER_FIRST)) {
            shop.out.println("ANSWER " + answerFirst(inbox, arguments[1].substring(ANSWER_FIRST.length())));
        } else {
            shop.out.println("ANSWER " + receive(inbox, handler, InboxContract.delivery(arguments[1])));
        }
    }

    static int answerFirst(WebhookInbox inbox, String order) {
        SignedWebhook delivery = InboxContract.delivery(order);
        return WebhookReceiver.builder(InboxContract.CREDENTIALS)
                .replayGuard(inbox)
                .answerFirst()
                .build()
                .receive("POST", delivery.headers()::get, delivery.body())
                .status();
    }

    private static int receive(WebhookInbox inbox, WebhookHandler handler, SignedWebhook delivery) {
        return WebhookReceiver.builder(InboxContract.CREDENTIALS)
                .replayGuard(inbox)
                .handler(handler)
                .build()
                .receive("POST", delivery.headers()::get, delivery.body())
                .status();
    }

    private <T> T watched(Class<T> type, T real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader() == null ? ShopProcess.class.getClassLoader() : type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, values) -> step(real, method, values)));
    }

    private Object step(Object real, Method method, Object[] values) throws Throwable {
        Object result;
        try {
            result = method.invoke(real, values);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
        if (STEPS.contains(method.getName())) {
            reached(method.getName());
        }
        return result instanceof Connection connection
                ? watched(Connection.class, connection)
                : result instanceof PreparedStatement statement ? watched(PreparedStatement.class, statement) : result;
    }

    private void reached(String name) throws InterruptedException {
        steps++;
        if (steps == lastStep) {
            out.println("AT " + name);
            new CountDownLatch(1).await();
        }
    }
}
