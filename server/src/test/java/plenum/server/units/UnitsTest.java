package plenum.server.units;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import plenum.server.platform.Json;
import plenum.server.testkit.House;

class UnitsTest {
    private static House house;

    @BeforeAll
    static void open() {
        house = new House(Map.of());
    }

    @AfterAll
    static void close() {
        house.close();
    }

    @Test
    void aPersonSeesTheOwnUnitAndWhatIsBelowAndNothingElse() {
        var units = house.as("delegate", "GET", "/api/units", "");
        assertThat(House.text(units, "/0/name")).isEqualTo("Tỉnh Điện Biên");
        assertThat(House.text(units, "/1/name")).isEqualTo("Phường Điện Biên Phủ");
        assertThat(Json.tree(units.body())).hasSize(2);
        assertThat(units.body()).doesNotContain("Lai Châu");
        assertThat(Json.tree(house.as("unit-admin", "GET", "/api/units", "").body()))
                .hasSize(2);
        assertThat(Json.tree(house.as("admin", "GET", "/api/units", "").body())).hasSize(3);
    }

    @Test
    void aUnitIsThereOnlyWhileItIsValid() {
        var before = house.as("delegate", "GET", "/api/units?at=2025-06-30", "");
        assertThat(Json.tree(before.body())).hasSize(1);
    }

    @Test
    void theRulesInForceCountTheMembersOfTheDay() {
        var rules = house.as("chair", "GET", "/api/bodies/hdnd-11/rules", "");
        assertThat(House.text(rules, "/totalMembers")).isEqualTo("2");
        assertThat(House.text(rules, "/quorum/numerator")).isEqualTo("2");
        assertThat(House.text(rules, "/citation")).startsWith("Luật");
    }

    @Test
    void theSameRegisterAgainChangesNothing() {
        var json = Json.text(Map.of(
                "units",
                Json.node(House.register().units()),
                "members",
                Json.node(House.register().members())));
        assertThat(house.as("admin", "POST", "/api/admin/import", json).statusCode())
                .isEqualTo(200);
        var again = house.as("admin", "POST", "/api/admin/import", json);
        assertThat(House.text(again, "/units")).isEqualTo("3");
        assertThat(Json.tree(house.as("admin", "GET", "/api/units", "").body())).hasSize(3);
        assertThat(Json.tree(house.as("chair", "GET", "/api/bodies/hdnd-11/members", "")
                        .body()))
                .hasSize(2);
    }

    @Test
    void aNewPersonSignsInWithTheGivenPassword() {
        var json =
                "{\"people\":[{\"personId\":\"new\",\"username\":\"new.one\",\"name\":\"Mới\",\"title\":\"\",\"password\":\"mưa rào mùa hạ tới\"}]}";
        assertThat(house.as("admin", "POST", "/api/admin/import", json).statusCode())
                .isEqualTo(200);
        assertThat(house.signIn("New.One", "mưa rào mùa hạ tới").statusCode()).isEqualTo(200);
        assertThat(house.as(
                                "admin",
                                "POST",
                                "/api/admin/import",
                                json.replace("mưa rào mùa hạ tới", "gió mùa đông bắc về"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(house.signIn("new.one", "mưa rào mùa hạ tới").statusCode())
                .as("an import never changes the password of someone known")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "units|{'unitId':'x','code':'x','name':'X','level':'COMMUNE','parentId':'gone','validFrom':'2025-07-01'}|422|units:no-such-parent",
                "units|{'unitId':'11','code':'11','name':'Điện Biên','level':'PROVINCE','parentId':'03127','validFrom':'2004-01-01'}|422|units:cycle",
                "units|{'unitId':'x','code':'x','name':'X','level':'COMMUNE','validFrom':'2025-07-01','validTo':'2025-06-30'}|422|units:time-reversed",
                "bodies|{'bodyId':'b','unitId':'gone','name':'B','kind':'COUNCIL'}|422|units:no-such-unit",
                "members|{'bodyId':'gone','personId':'chair','group':'','seat':'','validFrom':'2025-07-01'}|422|units:no-such-body-here",
                "members|{'bodyId':'hdnd-11','personId':'gone','group':'','seat':'','validFrom':'2025-07-01'}|422|units:no-such-person",
                "people|{'personId':'system','username':'sys','name':'S','title':'','password':'mưa rào mùa hạ tới'}|422|units:given-twice",
                "grants|{'personId':'chair','role':'SECRETARY','scope':'11'}|422|units:wrong-scope",
                "grants|{'personId':'chair','role':'SYSTEM_ADMIN','scope':'hdnd-11'}|422|units:wrong-scope",
                "people|{'personId':'p','username':'p1','name':'P','title':''}|422|identity:password-missing",
                "people|{'personId':'p','username':'p1','name':'P','title':'','password':'matkhau123456'}|422|identity:weak-password",
                "people|{'personId':'p','username':'chair','name':'P','title':'','password':'mưa rào mùa hạ tới'}|409|identity:username-taken",
                "people|{'personId':'p','username':'p1','name':'P','title':'','passwordHash':'$argon2id$v=19$m=8,t=1,p=1$aaaa$aaaa'}|400|http:bad-request",
                "units|{'unitId':{'$gt':''},'code':'x','name':'X','level':'COMMUNE','validFrom':'2025-07-01'}|400|http:bad-request"
            })
    void aRegisterThatIsWrongChangesNothing(String list, String row, int status, String code) {
        var json = "{\"" + list + "\":[" + row.replace('\'', '"') + "]}";
        var answer = house.as("admin", "POST", "/api/admin/import", json);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(House.text(answer, "/code")).isEqualTo(code);
        assertThat(Json.tree(house.as("admin", "GET", "/api/units", "").body())).hasSize(3);
    }

    @Test
    void anImportIsWrittenDown() {
        assertThat(house.as("admin", "POST", "/api/admin/import", "{}").statusCode())
                .isEqualTo(200);
        assertThat(house.audit.newest(5)).anyMatch(line -> line.action().equals("units.imported"));
    }
}
