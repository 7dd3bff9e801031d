package org.walletcounter.it;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import org.junit.jupiter.api.Test;

/** What an operator asks the server. */
@WithCounter
class ServerIT {

    @Test
    void is_ready_when_the_database_answers(RunningCounter counter) {
        given().baseUri(counter.managementAddress())
                .get("health/ready")
                .then()
                .statusCode(200)
                .body("status", equalTo("UP"))
                .body("checks.name", hasItem("database"));
    }

    @Test
    void is_live(RunningCounter counter) {
        given().baseUri(counter.managementAddress()).get("health/live").then().statusCode(200);
    }

    @Test
    void tells_how_many_connections_are_in_use(RunningCounter counter) {
        given().baseUri(counter.managementAddress())
                .get("metrics")
                .then()
                .statusCode(200)
                .body(containsString("CounterDS"));
    }
}
