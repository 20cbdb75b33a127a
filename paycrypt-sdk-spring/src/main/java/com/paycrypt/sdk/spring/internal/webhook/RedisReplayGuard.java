package com.paycrypt.sdk.spring.internal.webhook;

import com.paycrypt.sdk.webhook.ReplayGuard;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.data.redis.core.script.DefaultRedisScript;
import org.springframework.data.redis.core.script.RedisScript;

/**
 * A guard in Redis, for any number of processes. A delivery is one key: while it is handled it holds the token of its
 * claim and lives as long as the lease; once taken it says so until no copy could be accepted any more.
 *
 * <p>A claim creates the key or fails, unless it finds its own token there: the client sends a command again whose response
 * was lost. The scripts compare the token and write in one step, so that a holder whose lease is over cannot end another's
 * claim. All of it is by the clock of Redis, which need not agree with any other.
 */
public final class RedisReplayGuard implements ReplayGuard {
    private static final String TAKEN = "taken:";

    /** A key that is gone has expired with its lease: no other claim was made, and the delivery was handled. */
    private static final RedisScript<Boolean> CONFIRM = script("local held = redis.call('GET', KEYS[1]) "
            + "if held and held ~= ARGV[1] and held ~= ARGV[2] then return 0 end "
            + "redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3]) "
            + "return 1");

    private static final RedisScript<Boolean> RELEASE =
            script("if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end " + "return redis.call('DEL', KEYS[1])");

    private final StringRedisTemplate redis;
    private final String keyPrefix;

    /**
     * A guard on a Redis.
     *
     * @param redis the connection
     * @param keyPrefix what all keys begin with
     */
    public RedisReplayGuard(StringRedisTemplate redis, String keyPrefix) {
        this.redis = redis;
        this.keyPrefix = keyPrefix;
    }

    String keyPrefix() {
        return keyPrefix;
    }

    /** Uses every command of a delivery's on a key of its own, which is gone afterwards. */
    void probe() {
        List<String> keys = List.of(keyPrefix + "probe:" + UUID.randomUUID());
        redis.opsForValue().setIfAbsent(keys.get(0), "probe", LEASE);
        redis.opsForValue().get(keys.get(0));
        redis.execute(CONFIRM, keys, "probe", TAKEN, "1000");
        redis.execute(RELEASE, keys, TAKEN);
    }

    @Override
    public Claim claim(Ticket ticket) {
        String token = UUID.randomUUID().toString();
        if (Boolean.TRUE.equals(redis.opsForValue().setIfAbsent(key(ticket), token, LEASE))) {
            return Claim.granted(token);
        }
        String held = redis.opsForValue().get(key(ticket));
        if (token.equals(held)) {
            return Claim.granted(token);
        }
        return isTaken(held) ? Claim.alreadyHandled() : Claim.inProgress();
    }

    @Override
    public boolean confirm(Ticket ticket, String token) {
        String life = Long.toString(RETENTION.toMillis());
        return Boolean.TRUE.equals(redis.execute(CONFIRM, keys(ticket), token, TAKEN + token, life));
    }

    @Override
    public boolean release(Ticket ticket, String token, Throwable cause) {
        return Boolean.TRUE.equals(redis.execute(RELEASE, keys(ticket), token));
    }

    private static boolean isTaken(@Nullable String held) {
        return held != null && held.startsWith(TAKEN);
    }

    private List<String> keys(Ticket ticket) {
        return List.of(key(ticket));
    }

    private String key(Ticket ticket) {
        return keyPrefix + ticket.digest();
    }

    private static RedisScript<Boolean> script(String lua) {
        return new DefaultRedisScript<>(lua, Boolean.class);
    }
}
