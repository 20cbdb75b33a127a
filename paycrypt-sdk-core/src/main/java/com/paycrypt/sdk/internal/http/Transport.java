package com.paycrypt.sdk.internal.http;

import com.paycrypt.sdk.call.CallInfo;
import com.paycrypt.sdk.call.CallListener;
import com.paycrypt.sdk.call.CallObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;

/** What all calls of one client share. */
public final class Transport implements AutoCloseable {
    private static final byte[] NO_BODY = {};

    private final Settings settings;
    private final SharedPool pool;
    private final OkHttpClient http;
    private final String server;
    private final Request everyTime;
    private final SigningClock clock;
    private final Decision decision;
    private final Failures failures;
    private final AnswerFaults answerFaults;
    private final ConnectionFaults connectionFaults;
    private final Waiting waiting;
    private final Workers workers = new Workers(new DaemonThreads("paycrypt-call"));
    private final Deadlines deadlines = new Deadlines(new DaemonThreads("paycrypt-deadlines"));
    private final AtomicBoolean closed = new AtomicBoolean();

    public Transport(Settings settings, SharedPool pool) {
        this.settings = settings;
        this.pool = pool;
        this.http = HttpStack.of(pool.join(), settings.base(), settings.limits());
        this.server = BaseUrl.origin(settings.base());
        this.everyTime = everyTime(settings);
        Surroundings around = settings.surroundings();
        this.clock = new SigningClock(around.clock(), around.nanos());
        this.decision = new Decision(settings.policy(), clock, around.random(), BaseUrl.isProtected(settings.base()));
        ShownText shown = new ShownText(settings.credentials().key());
        this.failures = new Failures(shown);
        this.answerFaults = new AnswerFaults(shown);
        this.connectionFaults = new ConnectionFaults(shown, server);
        this.waiting = around.waiting().make();
    }

    /** Makes a call on the caller's thread. */
    public <T> T call(ApiRequest<T> request) {
        return BlockingDriver.run(new ApiCall<>(this, request), waiting);
    }

    /** Makes a call on the client's threads. */
    public <T> CompletableFuture<T> callAsync(ApiRequest<T> request) {
        return new AsyncDriver<>(new ApiCall<>(this, request), workers, waiting).start();
    }

    /** Ends all calls, the waiting ones too, and frees what this client made. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            endAll();
        }
    }

    /** In reverse order, and each of them whatever another throws. */
    private void endAll() {
        try (pool;
                workers;
                waiting;
                deadlines) {
            assert closed() : "calls that are ended must see why";
        }
    }

    /** An attempt has ended. What it held of a connection is free only now: the close of the client could not evict it. */
    void leave(Attempt attempt) {
        deadlines.exit(attempt);
        if (closed()) {
            pool.evictUnused();
        }
    }

    /** A signed request, ready to be sent once. */
    Call sign(ApiRequest<?> request, Attempt attempt, String requestId, @Nullable CallWatch watch) {
        byte[] body = request.body() == null ? NO_BODY : request.body();
        Request.Builder signed = everyTime
                .newBuilder()
                .url(request.url())
                .addHeader(Headers.REQUEST_ID, requestId)
                .addHeader(Headers.TIMESTAMP, Long.toString(attempt.signedAt()))
                .addHeader(Headers.SIGNATURE, settings.credentials().sign(attempt.signedAt(), body));
        if (watch != null) {
            watch.addHeaders(signed);
        }
        return http.newCall(attempt.on(signed, request.operation().method(), request.body()));
    }

    /** Who is told of a call; null if nobody listens. */
    @Nullable
    CallWatch watch(Operation operation, String requestId) {
        CallListener listener = settings.listener();
        if (listener == null && !CallLog.isOn()) {
            return null;
        }
        CallInfo call = describe(operation, requestId);
        List<CallObserver> observers = new ArrayList<>();
        if (CallLog.isOn()) {
            observers.add(new CallLog(call));
        }
        if (listener != null) {
            CallWatch.quietly(() -> observers.add(listener.started(call)));
        }
        return new CallWatch(observers.toArray(new CallObserver[0]));
    }

    private CallInfo describe(Operation operation, String requestId) {
        return CallInfo.builder(operation.id())
                .method(operation.method())
                .server(server)
                .path(operation.path())
                .requestId(requestId)
                .build();
    }

    boolean closed() {
        return closed.get();
    }

    long nanos() {
        return settings.surroundings().nanos().getAsLong();
    }

    /** From now on the attempt ends when its time is over or the client closes. */
    void enter(Attempt attempt) {
        deadlines.enter(attempt);
    }

    Limits limits() {
        return settings.limits();
    }

    SigningClock clock() {
        return clock;
    }

    Decision decision() {
        return decision;
    }

    Failures failures() {
        return failures;
    }

    AnswerFaults answerFaults() {
        return answerFaults;
    }

    ConnectionFaults connectionFaults() {
        return connectionFaults;
    }

    /** What all requests have in common; copying it is cheaper than adding to a new one. */
    private static Request everyTime(Settings settings) {
        return new Request.Builder()
                .url(settings.base())
                .addHeader(Headers.KEY, settings.credentials().key())
                .addHeader("Accept", "application/json")
                .addHeader("User-Agent", UserAgent.TEXT)
                .build();
    }
}
