import java.io.FileInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Asks veraPDF about many files in one start: arguments are FLAVOUR=FILE; a line FLAVOUR TAB FILE TAB CHECKS, and one for each broken rule. */
public class VeraPdf {
    public static void main(String[] arguments) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        for (String argument : arguments) {
            int equals = argument.indexOf('=');
            validate(argument.substring(0, equals), argument.substring(equals + 1));
        }
    }

    private static void validate(String name, String path) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.byFlavourId(name);
        try (InputStream in = new FileInputStream(path); PDFAParser parser = Foundries.defaultInstance().createParser(in, flavour)) {
            ValidationResult result = Foundries.defaultInstance().createValidator(flavour, false).validate(parser);
            System.out.println("file\t" + name + "\t" + path + "\t" + result.getTotalAssertions());
            Map<String, String> broken = new TreeMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                String rule = assertion.getRuleId().getClause() + " test " + assertion.getRuleId().getTestNumber();
                broken.putIfAbsent(rule, assertion.getMessage() + " @ " + assertion.getLocation().getContext());
            }
            if (!result.isCompliant() && broken.isEmpty()) {
                broken.put("?", "not compliant");
            }
            for (Map.Entry<String, String> rule : broken.entrySet()) {
                System.out.println("rule\t" + rule.getKey() + "\t" + rule.getValue().replaceAll("\\s+", " "));
            }
        }
    }
}
