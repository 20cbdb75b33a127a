package com.paycrypt.sdk.faults;

import com.paycrypt.sdk.error.Outcome;
import com.paycrypt.sdk.error.PayCryptApiException;
import com.paycrypt.sdk.error.PayCryptConnectionException;
import com.paycrypt.sdk.error.PayCryptException;

/**
 * A row of the fault table.
 *
 * @param name what goes wrong
 * @param target where it goes wrong
 * @param type what the caller gets
 * @param outcome what the caller is told
 * @param attempts how many attempts are made under the standard policy
 * @param seen how many complete requests the server sees
 * @param status the status the caller is told, 0 for none
 */
record Fault(
        String name,
        Target target,
        Class<? extends PayCryptException> type,
        Outcome outcome,
        int attempts,
        int seen,
        int status) {

    static Fault silent(String name, Target target, Outcome outcome, int attempts, int seen) {
        return new Fault(name, target, PayCryptConnectionException.class, outcome, attempts, seen, 0);
    }

    static Fault silent(String name, FaultServer.Behaviour behaviour, int seen) {
        return silent(name, Target.serving(behaviour), Outcome.UNKNOWN, 3, seen);
    }

    static Fault rejected(int status, String body, int attempts) {
        return rejected(status + "", status, "Content-Type: application/json", body, attempts);
    }

    static Fault rejected(String name, int status, String header, String body, int attempts) {
        return answered(name, status, header, body, Outcome.REJECTED, attempts);
    }

    static Fault unknown(String name, int status, String header, String body, int attempts) {
        return answered(name, status, header, body, Outcome.UNKNOWN, attempts);
    }

    private static Fault answered(String name, int status, String header, String body, Outcome outcome, int attempts) {
        Target target = Target.serving(Behaviours.answer("HTTP/1.1 " + status + " Word\n" + header, body));
        return new Fault(name, target, PayCryptApiException.class, outcome, attempts, attempts, status);
    }

    /** Which limit of the client ends an attempt. */
    Limit limit() {
        if (name.equals("connect timeout")) {
            return Limit.CONNECT;
        }
        return name.equals("read timeout") || name.endsWith("dripping") ? Limit.ATTEMPT : Limit.NONE;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Limits are short where nothing else ends an attempt; elsewhere a busy machine must not run into them. */
    enum Limit {
        NONE,
        CONNECT,
        ATTEMPT
    }
}
