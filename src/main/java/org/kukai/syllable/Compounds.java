package org.kukai.syllable;

import java.util.Set;

/** The parts that English makes its compounds of, so far as they tell where to cut: <i>tide|pool, moon|lit</i>. */
final class Compounds {

    /** First parts that end in a silent e; left out are those that open other words too (<i>lace|rate, mole|sting</i>). */
    static final Set<String> FIRST = Set.of("""
            apple bare barge base bike blade blaze bone bore brake breeze bride bridge brine bronze bruise bubble cage cake candle cane case
            castle cattle cave cheese chime coke cottage crane cradle cruise cube dance dime dove drive dune eagle edge eye face fence fiddle
            fire flake flame force forge fortune fore frame freeze fringe game garage gate giggle glade globe goose grace grape grave grease
            grove hare hate haze hedge hinge hive hole home hope horse hose house ice jade judge juice jungle kettle kite knife knuckle lake
            lane ledge life lime line live lodge lounge love maple mate maze middle mile moose mouse needle nettle nine noise nose note
            nurse office ooze orange paddle page palace pale paste pasture peace pebble people phone piece pine pipe place plane plate pole pore praise
            prince prize puddle pulse purple purse puzzle range rattle ridge ripple rise robe rope rose rule rune saddle safe sage sale
            sauce scale scene score sedge sense shade shake shame shape share shore side single site slate slope smoke snake snore some
            space spare spike spindle spine spire spoke sponge stable stage stake stare state stone store stove strange stripe stubble
            style surface table tale tape taste temple thistle tide tile time title tone tortoise trace trade treble turtle vale verse vibe
            village voice vole wage wake wave whale white whole wide wife wine wire wise yoke zone""".strip().split("\\s+", -1));

    /** Second parts before which any known word is the first. */
    static final Set<String> SECOND = Set.of("""
            back bank beam berry bird bloom blossom board boat book born bound break bug burn burst catcher clad cloud cold covered
            crest cry dark dew down drenched drift drop dust eyed fall feather field fire fish flake flecked flower fly fog foot
            frost garden glow gold grass grove grown ground haired hand head heart hearted hill hopper house keeper kissed lace laden
            land leaf leaves light lines lit maker man mark meadow melt men mist moon night path petal point pool post proof puddle
            rain rise river road room root scape scented sea seed shade shadow shine shore side silver sky snow soaked song star
            stem stick stone storm stream streaked strewn sun swept tail thorn thread time tipped top tossed tree wall walker
            washed water wave way web weed whisper wind wing winged woman women wood work worker world worm worn""".strip().split("\\s+", -1));

    /** Second parts of three letters that make compounds with those first parts only: <i>ice|cap, pole|star</i> but <i>vine|gar</i>. */
    static final Set<String> SHORT = Set.of("""
            arm bay bed bee bin bow box boy bud cap car cat cod cow cup day dew dog ear egg eye far fly fog fox fur gay gem gum hat
            hay hen hut ice ink ivy jam jar jay key lad lap law leg lid lip log man map mat men mud nap net nut oak oar oil owl pad
            pan paw pea pen pet pie pig pin pit pod pop pot pup rat raw ray rim rod row rug run rut sap saw sea set sky sun tag
            tap tar tea tie tin tip top toy tub van wax way web wig""".strip().split("\\s+", -1));

    private Compounds() {}
}
