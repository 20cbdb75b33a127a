package com.paycrypt.sdk.spring.internal.webhook;

import com.paycrypt.sdk.spring.internal.config.PayCryptConfigurationException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.data.redis.RedisConnectionFailureException;

/** Tries at the start what each delivery needs of Redis: a user without EVAL, or confined to other keys, shows then. */
public final class RedisProbe implements SmartInitializingSingleton {
    private static final Logger LOG = System.getLogger(RedisProbe.class.getName());

    private final RedisReplayGuard guard;

    /**
     * A probe of a guard.
     *
     * @param guard the guard
     */
    public RedisProbe(RedisReplayGuard guard) {
        this.guard = guard;
    }

    @Override
    public void afterSingletonsInstantiated() {
        try {
            guard.probe();
        } catch (RedisConnectionFailureException | QueryTimeoutException down) {
            LOG.log(
                    Level.WARNING,
                    "Redis cannot be reached: PayCrypt''s webhooks are answered 503 until it is back. {0}",
                    NestedExceptionUtils.getMostSpecificCause(down).toString());
        } catch (RuntimeException denied) {
            throw new PayCryptConfigurationException(
                    "paycrypt.webhook.replay=redis, but Redis rejects what the guard needs: "
                            + NestedExceptionUtils.getMostSpecificCause(denied).getMessage(),
                    "Let the user GET, SET, DEL and EVAL keys that begin with " + guard.keyPrefix()
                            + ", or set paycrypt.webhook.redis.key-prefix to what it may use.");
        }
    }
}
