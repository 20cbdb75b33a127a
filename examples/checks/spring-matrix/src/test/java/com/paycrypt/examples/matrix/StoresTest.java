package com.paycrypt.examples.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.paycrypt.sdk.webhook.ReplayGuard;
import com.paycrypt.sdk.webhook.SignedWebhook;
import com.paycrypt.sdk.webhook.WebhookInbox;
import com.paycrypt.sdk.webhook.WebhookReceiver;
import com.paycrypt.sdk.webhook.WebhookSigner;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.redis.core.StringRedisTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Two instances of one application on one store, and the store failing under them. The tests of the shops that are shared
 * come first: the end of another context on Netty takes the event loops of all of them along.
 */
@Tag("full")
@ExtendWith(OutputCaptureExtension.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoresTest {
    private static RedisServer redis;
    private static List<Shop> onDatabase = List.of();
    private static List<Shop> onRedis = List.of();

    @BeforeAll
    static void start() {
        String database = database();
        onDatabase = List.of(inDatabase(database, "paycrypt.webhook.inbox.create-table=true"), inDatabase(database));
        redis = RedisServer.onAnyPort();
        onRedis = List.of(inRedis(redis.port, "20s"), inRedis(redis.port, "20s"));
    }

    @AfterAll
    static void stop() {
        onDatabase.forEach(Shop::close);
        onRedis.forEach(Shop::close);
        if (redis != null) {
            redis.close();
        }
    }

    @Test
    @Order(1)
    void aCopyIsKnownToTheOtherInstanceByTheDatabase() throws Exception {
        assertThat(guard(onDatabase)).isEqualTo("WebhookInbox");
        isHandledOnce(onDatabase);
    }

    @Test
    @Order(1)
    void aCopyIsKnownToTheOtherInstanceByRedis() throws Exception {
        assertThat(guard(onRedis)).isEqualTo("RedisReplayGuard");
        isHandledOnce(onRedis);
    }

    @Test
    @Order(1)
    void redisRemembersADeliveryForAsLongAsAnyClockCouldAcceptIt() throws Exception {
        StringRedisTemplate keys = onRedis.get(0).bean(StringRedisTemplate.class);
        Set<String> before = keys.keys("paycrypt:webhook:*");
        Clock behind = Clock.offset(Clock.systemUTC(), Duration.ofSeconds(-240));
        SignedWebhook old = WebhookSigner.of(Shop.CREDENTIALS, behind)
                .sign(Shop.PAID.replace("evt_1", "evt_old").getBytes(StandardCharsets.UTF_8));

        assertThat(onRedis.get(0).deliver(old).statusCode()).isEqualTo(200);
        assertThat(onRedis.get(0).deliverSettled(old)).isEqualTo(200);
        Set<String> after = keys.keys("paycrypt:webhook:*");
        after.removeAll(before);
        assertThat(after).hasSize(1);
        assertThat(keys.getExpire(after.iterator().next())).isBetween(600L, 660L);
    }

    @Test
    @Order(1)
    void redisLetsAFailedDeliveryComeAgain() throws Exception {
        Shop shop = onRedis.get(0);
        int before = taken(onRedis);
        shop.bean(Applications.Listener.class).failures.set(1);
        SignedWebhook delivery = Shop.paid();

        assertThat(shop.deliver(delivery).statusCode()).isEqualTo(500);
        assertThat(shop.deliverSettled(delivery)).isEqualTo(200);
        assertThat(taken(onRedis)).isEqualTo(before + 1);
    }

    /** By whichever instance has a worker to spare. */
    @Test
    @Order(1)
    void whatAListenerFailedOnIsHandedToItAgainFromTheDatabase() throws Exception {
        Shop shop = onDatabase.get(0);
        int before = taken(onDatabase);
        shop.bean(Applications.Listener.class).failures.set(1);
        assertThat(shop.deliver(Shop.paid()).statusCode()).isEqualTo(200);

        WebhookInbox inbox = shop.bean(WebhookInbox.class);
        assertThat(inbox.retry(inbox.pending().get(0).digest())).isTrue();
        Await.until(() -> taken(onDatabase) == before + 1);
    }

    /** After those that need the table. */
    @Test
    @Order(2)
    void withoutTheTableADeliveryIsAskedToComeAgain() throws Exception {
        int before = taken(onDatabase);
        execute(onDatabase.get(0).bean(DataSource.class), "DROP TABLE paycrypt_webhook_inbox");

        assertThat(onDatabase.get(0).deliver(Shop.paid()).statusCode()).isEqualTo(503);
        assertThat(taken(onDatabase)).isEqualTo(before);
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
            assertThat(taken(List.of(shop))).isEqualTo(1);
        }
    }

    @Test
    void aClaimWhoseAnswerFromRedisIsLostIsHandledAllTheSame() throws Exception {
        try (LossyRedis between = new LossyRedis(redis);
                Shop shop = inRedis(between.port(), "20s")) {
            SignedWebhook delivery = Shop.paid();

            assertThat(shop.deliver(delivery).statusCode()).isEqualTo(200);
            assertThat(between.hasCut()).isTrue();
            assertThat(shop.deliverSettled(delivery)).isEqualTo(200);
            assertThat(taken(List.of(shop))).isEqualTo(1);
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

    @Test
    void whatAControllerHandledIsDeletedOnceItsTimeIsOver() throws Exception {
        String database = database();
        DataSource data = new DriverManagerDataSource(database, "sa", "");
        SignedWebhook delivery = Shop.paid();
        WebhookReceiver.builder(Shop.CREDENTIALS)
                .replayGuard(WebhookInbox.jdbc(data).createTable())
                .build()
                .accept("POST", delivery.headers()::get, delivery.body())
                .succeeded();
        assertThat(stored(data)).isEqualTo(1);
        execute(data, "UPDATE paycrypt_webhook_inbox SET due_at = 0, expires_at = 0");

        try (Shop shop = Shop.start(Applications.WithController.class, in(database), "paycrypt.webhook.replay=jdbc")) {
            Await.until(() -> stored(shop.bean(DataSource.class)) == 0);
        }
    }

    @Test
    void aMissingTableIsFoundAtTheStart(CapturedOutput output) {
        assertThatThrownBy(() -> inDatabase(database())).isInstanceOf(RuntimeException.class);

        assertThat(output.getAll())
                .contains("the table paycrypt_webhook_inbox cannot be read")
                .contains("paycrypt.webhook.inbox.create-table=true");
    }

    @Test
    void memoryWithADatabaseAtHandIsWarnedOf(CapturedOutput output) {
        Shop.start(Applications.WithListener.class, in(database())).close();

        assertThat(output.getAll()).contains("There is a DataSource: paycrypt.webhook.replay=jdbc stores");
    }

    private static void isHandledOnce(List<Shop> shops) throws Exception {
        SignedWebhook delivery = Shop.paid();
        int before = taken(shops);

        assertThat(shops.get(0).deliver(delivery).statusCode()).isEqualTo(200);
        assertThat(shops.get(1).deliverSettled(delivery)).isEqualTo(200);
        assertThat(taken(shops)).isEqualTo(before + 1);
    }

    private static String guard(List<Shop> shops) {
        return shops.get(1).bean(ReplayGuard.class).getClass().getSimpleName();
    }

    private static String database() {
        return "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    }

    private static String in(String database) {
        return "spring.datasource.url=" + database;
    }

    private static Shop inDatabase(String database, String... properties) {
        String[] all = Stream.concat(Stream.of(in(database), "paycrypt.webhook.replay=jdbc"), Stream.of(properties))
                .toArray(String[]::new);
        return Shop.start(Applications.WithListener.class, all);
    }

    private static Shop inRedis(int port, String timeout) {
        return Shop.start(
                Applications.WithListener.class,
                "paycrypt.webhook.replay=redis",
                "spring.data.redis.host=127.0.0.1",
                "spring.data.redis.timeout=" + timeout,
                "spring.data.redis.port=" + port);
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

    private static int taken(List<Shop> shops) {
        return shops.stream()
                .mapToInt(shop -> shop.bean(Applications.Listener.class).taken.size())
                .sum();
    }

    private static int stored(DataSource database) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM paycrypt_webhook_inbox")) {
            row.next();
            return row.getInt(1);
        }
    }

    private static void execute(DataSource database, String sql) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
