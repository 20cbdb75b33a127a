package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookInbox;
import com.paycrypt.sdk.webhook.WebhookSigner;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.redis.core.StringRedisTemplate;

/** Two instances of one application on one store, and the store failing under them. */
@ExtendWith(OutputCaptureExtension.class)
class StoresTest {
    private final String database = "spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";

    @BeforeAll
    static void onlyWithStores() {
        Cell.assumeWeb();
        Cell.assume("stores");
    }

    @Test
    void aCopyIsKnownToTheOtherInstanceByTheDatabase(CapturedOutput output) throws Exception {
        try (Shop one = inDatabase("paycrypt.webhook.inbox.create-table=true");
                Shop other = inDatabase()) {
            isHandledOnce(one, other);
        }
        assertThat(output.getAll()).contains("remembered by WebhookInbox");
    }

    @Test
    void aCopyIsKnownToTheOtherInstanceByRedis(CapturedOutput output) throws Exception {
        try (RedisServer redis = RedisServer.onAnyPort();
                Shop one = inRedis(redis);
                Shop other = inRedis(redis)) {
            isHandledOnce(one, other);
        }
        assertThat(output.getAll()).contains("remembered by RedisReplayGuard");
    }

    @Test
    void redisRemembersADeliveryForAsLongAsAnyClockCouldAcceptIt() throws Exception {
        try (RedisServer redis = RedisServer.onAnyPort();
                Shop shop = inRedis(redis)) {
            Clock behind = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-240));
            byte[] body = Shop.PAID.getBytes(StandardCharsets.UTF_8);
            SignedWebhook old = WebhookSigner.of(Shop.CREDENTIALS, behind).sign(body);

            assertThat(shop.deliver(old).statusCode()).isEqualTo(200);
            assertThat(shop.deliverSettled(old)).isEqualTo(200);
            StringRedisTemplate keys = shop.bean(StringRedisTemplate.class);
            String key = keys.keys("paycrypt:webhook:*").iterator().next();
            assertThat(keys.getExpire(key)).isBetween(600L, 660L);
        }
    }

    @Test
    void withoutRedisADeliveryIsAskedToComeAgain() throws Exception {
        try (RedisServer redis = RedisServer.onAnyPort();
                Shop shop = inRedis(redis.port, "5s")) {
            SignedWebhook delivery = Shop.paid();
            redis.stop();
            int down = shop.deliver(delivery).statusCode();
            redis.start();
            int up = shop.deliverUntil(delivery, status -> status != 503);

            assertThat(down).isEqualTo(503);
            assertThat(up).isEqualTo(200);
            assertThat(taken(shop)).isEqualTo(1);
        }
    }

    @Test
    void aRedisUserWithoutARightIsFoundAtTheStart(CapturedOutput output) throws Exception {
        try (RedisServer redis = RedisServer.onAnyPort()) {
            redis.say("ACL SETUSER noscripts on >pw ~* +@all -eval -evalsha");
            redis.say("ACL SETUSER confined on >pw ~shop:* +@all");
            assertThatThrownBy(() -> inRedis(redis, "noscripts", "paycrypt:webhook:"))
                    .isInstanceOf(RuntimeException.class);
            assertThat(output.getAll())
                    .contains("Redis rejects what the guard needs")
                    .contains("keys that begin with paycrypt:webhook:");
            assertThatThrownBy(() -> inRedis(redis, "confined", "elsewhere:")).isInstanceOf(RuntimeException.class);
            assertThat(output.getAll()).contains("keys that begin with elsewhere:");
            try (Shop shop = inRedis(redis, "confined", "shop:paycrypt:")) {
                assertThat(shop.deliver(Shop.paid()).statusCode()).isEqualTo(200);
            }
        }
    }

    private static Shop inRedis(RedisServer redis, String user, String prefix) {
        return Shop.start(
                Applications.WithListener.class,
                "paycrypt.webhook.replay=redis",
                "paycrypt.webhook.redis.key-prefix=" + prefix,
                "spring.data.redis.host=127.0.0.1",
                "spring.data.redis.port=" + redis.port,
                "spring.data.redis.username=" + user,
                "spring.data.redis.password=pw");
    }

    @Test
    void aClaimWhoseAnswerFromRedisIsLostIsHandledAllTheSame() throws Exception {
        try (RedisServer redis = RedisServer.onAnyPort();
                LossyRedis between = new LossyRedis(redis);
                Shop shop = inRedis(between.port(), "20s")) {
            SignedWebhook delivery = Shop.paid();

            assertThat(shop.deliver(delivery).statusCode()).isEqualTo(200);
            assertThat(between.hasCut()).isTrue();
            assertThat(shop.deliverSettled(delivery)).isEqualTo(200);
            assertThat(taken(shop)).isEqualTo(1);
        }
    }

    @Test
    void withoutTheTableADeliveryIsAskedToComeAgain() throws Exception {
        try (Shop shop = inDatabase("paycrypt.webhook.inbox.create-table=true")) {
            execute(shop, "DROP TABLE paycrypt_webhook_inbox");

            assertThat(shop.deliver(Shop.paid()).statusCode()).isEqualTo(503);
            assertThat(taken(shop)).isZero();
        }
    }

    @Test
    void redisLetsAFailedDeliveryComeAgain() throws Exception {
        try (RedisServer redis = RedisServer.onAnyPort();
                Shop shop = inRedis(redis)) {
            shop.bean(Applications.Listener.class).failures.set(1);
            SignedWebhook delivery = Shop.paid();

            assertThat(shop.deliver(delivery).statusCode()).isEqualTo(500);
            assertThat(shop.deliverSettled(delivery)).isEqualTo(200);
            assertThat(taken(shop)).isEqualTo(1);
        }
    }

    @Test
    void whatAListenerFailedOnIsHandedToItAgainFromTheDatabase() throws Exception {
        try (Shop shop = inDatabase("paycrypt.webhook.inbox.create-table=true")) {
            Applications.Listener listener = shop.bean(Applications.Listener.class);
            listener.failures.set(1);

            assertThat(shop.deliver(Shop.paid()).statusCode()).isEqualTo(200);
            WebhookInbox inbox = shop.bean(WebhookInbox.class);
            assertThat(inbox.retry(inbox.pending().get(0).digest())).isTrue();
            Await.permit(listener.arrived);
        }
    }

    @Test
    void whatAControllerHandledIsDeletedOnceItsTimeIsOver() throws Exception {
        try (Shop shop = inDatabase("paycrypt.webhook.inbox.create-table=true")) {
            shop.deliver(Shop.paid());
            assertThat(stored(shop)).isEqualTo(1);
            execute(shop, "UPDATE paycrypt_webhook_inbox SET due_at = 0, expires_at = 0");
        }
        try (Shop shop = Shop.start(Applications.WithController.class, database, "paycrypt.webhook.replay=jdbc")) {
            Await.until(() -> stored(shop) == 0);
        }
    }

    @Test
    void aMissingTableIsFoundAtTheStart(CapturedOutput output) {
        assertThatThrownBy(this::inDatabase).isInstanceOf(RuntimeException.class);

        assertThat(output.getAll())
                .contains("the table paycrypt_webhook_inbox cannot be read")
                .contains("paycrypt.webhook.inbox.create-table=true");
    }

    @Test
    void memoryWithADatabaseAtHandIsWarnedOf(CapturedOutput output) {
        Shop.start(Applications.WithListener.class, database).close();

        assertThat(output.getAll()).contains("There is a DataSource: paycrypt.webhook.replay=jdbc stores");
    }

    private static void isHandledOnce(Shop one, Shop other) throws Exception {
        SignedWebhook delivery = Shop.paid();

        assertThat(one.deliver(delivery).statusCode()).isEqualTo(200);
        assertThat(other.deliverSettled(delivery)).isEqualTo(200);
        assertThat(taken(one) + taken(other)).isEqualTo(1);
    }

    private Shop inDatabase(String... properties) {
        String[] all = Stream.concat(Stream.of(database, "paycrypt.webhook.replay=jdbc"), Stream.of(properties))
                .toArray(String[]::new);
        return Shop.start(Applications.WithListener.class, all);
    }

    private static Shop inRedis(RedisServer redis) {
        return inRedis(redis.port, "20s");
    }

    private static Shop inRedis(int port, String timeout) {
        return Shop.start(
                Applications.WithListener.class,
                "paycrypt.webhook.replay=redis",
                "spring.data.redis.host=127.0.0.1",
                "spring.data.redis.timeout=" + timeout,
                "spring.data.redis.port=" + port);
    }

    private static int taken(Shop shop) {
        return shop.bean(Applications.Listener.class).taken.size();
    }

    private static int stored(Shop shop) throws Exception {
        try (Connection connection = shop.bean(DataSource.class).getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM paycrypt_webhook_inbox")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void execute(Shop shop, String sql) throws Exception {
        try (Connection connection = shop.bean(DataSource.class).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
