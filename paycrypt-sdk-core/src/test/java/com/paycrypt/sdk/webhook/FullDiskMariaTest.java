package com.paycrypt.sdk.webhook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** With the shop's tables on the small disk: the server's log is on another, as it should be. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FullDiskMariaTest extends FullDiskContract {
    private SmallDisk disk;
    private MariaDatabase database;

    @BeforeAll
    void startTheServer() throws Exception {
        disk = SmallDisk.ownedBy("mysql");
        database = new MariaDatabase();
        database.stop();
        Path shop = database.directory().resolve("data").resolve("shop");
        Path moved = disk.data().resolve("shop");
        ServerProcess.run(List.of("mv", shop.toString(), moved.toString()), database.directory());
        Files.createSymbolicLink(shop, moved);
        database.start();
    }

    @AfterAll
    void stopTheServer() throws Exception {
        if (database != null) {
            database.remove();
        }
        if (disk != null) {
            disk.unmount();
        }
    }

    @Override
    Database database() {
        return database;
    }

    @Override
    SmallDisk disk() {
        return disk;
    }
}
