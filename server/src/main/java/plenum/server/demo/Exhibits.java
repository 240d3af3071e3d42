package plenum.server.demo;

import java.util.List;
import plenum.server.form.Block;

/** The tables that a paper's text can ask for by name. */
final class Exhibits {
    private final BudgetTables budget;
    private final WorkTables works;
    private final SocialTables social;
    private final SessionTables session;

    Exhibits(Data data) {
        budget = new BudgetTables(data.budget(), data);
        works = new WorkTables(data);
        social = new SocialTables(data);
        session = new SessionTables(data);
    }

    List<Block> of(String name) {
        if (name.startsWith("farming ")) return social.farming(name.substring("farming ".length()));
        return switch (name) {
            case "budget-balance" -> budget.balance();
            case "budget-revenue" -> budget.revenue();
            case "budget-regular" -> budget.regular();
            case "budget-communes" -> budget.communes();
            case "budget-contents" -> budget.contents();
            case "budget-sections" -> budget.sections();
            case "works-provincial" -> works.provincial();
            case "works-by-sector" -> works.bySector();
            case "works-all" -> works.all();
            case "parcels" -> works.parcels();
            case "targets" -> social.targets();
            case "poverty" -> social.poverty();
            case "schooling" -> social.schooling();
            case "projects" -> social.projects();
            case "shares" -> social.shares();
            case "staff" -> social.staff();
            case "programme" -> session.programme();
            case "groups" -> session.groups();
            case "seats" -> session.seats();
            case "petitions" -> session.petitions();
            default -> throw new IllegalArgumentException("no table " + name);
        };
    }
}
