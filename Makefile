# sulih: one Makefile for everything.
#
#   make            builds build/sulih, build/libsulih.a and build/libsulih.so
#   make run        installs what the build needs, builds, translates a sample article
#   make test       installs what the tests need, builds, runs all of them
#   make help       the other targets

VERSION := 0.1.0
BUILD ?= build
PREFIX ?= /usr/local
DESTDIR ?=
CC ?= gcc
ifeq ($(origin CC),default)
CC := gcc
endif
PKG_CONFIG ?= pkg-config
OPTIMIZE ?= -O3 -g
WERROR ?=
# V=1 shows whole commands
Q := $(if $(V),,@)
SANITIZE ?=

PACKAGES := icu-uc icu-i18n libcurl jansson libxml-2.0 sqlite3 libxxhash
PKG_CFLAGS := $(shell $(PKG_CONFIG) --cflags $(PACKAGES) 2>/dev/null)
# libcurl is loaded when it is needed (pipeline/translate/http/curl.h); CURL=link links it.
CURL ?= load
LINKED := $(if $(filter link,$(CURL)),$(PACKAGES),$(filter-out libcurl,$(PACKAGES)))
PKG_LIBS := $(shell $(PKG_CONFIG) --libs $(LINKED) 2>/dev/null) -linih -lpthread -lm -ldl

WARNINGS := -Wall -Wextra -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wold-style-definition \
  -Wpointer-arith -Wcast-qual -Wwrite-strings -Wvla -Wformat=2 -Wundef -Wimplicit-fallthrough
, := ,
SANITIZE_FLAGS := $(if $(SANITIZE),-fsanitize=address$(,)undefined -fno-sanitize-recover=all -fno-omit-frame-pointer -DSULIH_CHECKS)
CPPFLAGS_ALL = -I. -I$(BUILD)/gen -D_GNU_SOURCE -DSULIH_VERSION='"$(VERSION)"' \
  $(if $(filter link,$(CURL)),-DSULIH_LINK_CURL) $(PKG_CFLAGS) $(CPPFLAGS)
CFLAGS_ALL = -std=c11 $(OPTIMIZE) -fPIC -fvisibility=hidden $(WARNINGS) $(if $(WERROR),-Werror) \
  $(SANITIZE_FLAGS) $(CFLAGS)
LDFLAGS_ALL = -Wl,--as-needed $(SANITIZE_FLAGS) $(LDFLAGS)

# ---- what there is: a new file is found by its folder ---------------------------------------
LIST_FILES := $(wildcard base/lexicon/*.tsv normalize/lists/*.tsv segment/lists/*.tsv segment/*/lists/*.tsv \
  pipeline/*/lists/*.tsv pipeline/*/*/lists/*.tsv)
LIST_NAMES := $(basename $(notdir $(LIST_FILES)))
ifneq ($(words $(LIST_NAMES)),$(words $(sort $(LIST_NAMES))))
$(error two lists have the same name: $(LIST_FILES))
endif
# made by the build from ICU's data (base/tools/icu_names.c)
ICU_LIST := $(BUILD)/gen/icu-regions.tsv
# the lists that a word is looked for in with one look-up (base/word_index.h); their bits in this order
INDEXED := acronyms institutions organizations provinces exonyms regencies events products peoples icu-regions senses \
  given-names body-words numbered function-words particles titles heads saying-verbs prefixes clitics compass \
  figure-words name-cues beside-names kind-words headline-verbs mononyms measures
INDEXED_FILES := $(foreach l,$(INDEXED),$(filter %/$l.tsv,$(LIST_FILES) $(ICU_LIST)))
LIST_C := $(BUILD)/gen/lists/icu-regions.c $(foreach f,$(LIST_FILES),$(BUILD)/gen/lists/$(basename $(notdir $f)).c)
SCHEMA := $(sort $(wildcard pipeline/store/schema/*.sql))
PROFILES := $(sort $(wildcard pipeline/translate/profiles/*.json))
SOURCES := $(wildcard base/*.c base/lexicon/*.c normalize/*.c normalize/*/*.c segment/*.c segment/*/*.c segment/*/*/*.c \
  pipeline/*.c pipeline/*/*.c pipeline/*/*/*.c pipeline/*/*/*/*.c)
MAIN := pipeline/main.c
LIB_SOURCES := $(filter-out $(MAIN) pipeline/cli/%,$(SOURCES))
CLI_SOURCES := $(MAIN) $(wildcard pipeline/cli/*.c pipeline/cli/*/*.c)
GEN_SOURCES := $(LIST_C) $(BUILD)/gen/word-index.c $(BUILD)/gen/profiles.c $(BUILD)/gen/schema.c
LIB_OBJECTS := $(LIB_SOURCES:%.c=$(BUILD)/obj/%.o) $(GEN_SOURCES:$(BUILD)/gen/%.c=$(BUILD)/obj/gen/%.o)
CLI_OBJECTS := $(CLI_SOURCES:%.c=$(BUILD)/obj/%.o)

.DELETE_ON_ERROR:
.SECONDARY:
.PHONY: all run test check help install uninstall clean format lint bench fuzz hostile deps-build deps-test test-clients

all: $(BUILD)/sulih $(BUILD)/libsulih.a $(BUILD)/libsulih.so

$(BUILD)/sulih: $(CLI_OBJECTS) $(BUILD)/libsulih.a
	@echo '  LINK $@'
	$(Q)$(CC) $(LDFLAGS_ALL) -o $@ $^ $(PKG_LIBS)

$(BUILD)/libsulih.a: $(LIB_OBJECTS)
	$(Q)rm -f $@
	$(Q)$(AR) rcs $@ $^

$(BUILD)/libsulih.so: $(LIB_OBJECTS)
	@echo '  LINK $@'
	$(Q)$(CC) -shared -Wl,-soname,libsulih.so.0 $(LDFLAGS_ALL) -o $@ $^ $(PKG_LIBS)

$(BUILD)/obj/%.o: %.c | $(BUILD)/gen/lists.h
	@mkdir -p $(@D)
	@echo '  CC   $<'
	$(Q)$(CC) $(CPPFLAGS_ALL) $(CFLAGS_ALL) -MMD -MP -c -o $@ $<

$(BUILD)/obj/gen/%.o: $(BUILD)/gen/%.c
	@mkdir -p $(@D)
	@echo '  LIST $(notdir $<)'
	$(Q)$(CC) $(CPPFLAGS_ALL) -std=c11 -O0 -fPIC -fvisibility=hidden -c -o $@ $<

# ---- generated: lists and embedded files ----------------------------------------------------
TOOL_BASE := base/buffer.c base/error.c base/utf8.c base/vector.c base/arena.c
$(BUILD)/tools/%: base/tools/%.c $(TOOL_BASE) $(wildcard base/*.h)
	@mkdir -p $(@D)
	$(Q)$(CC) -I. -D_GNU_SOURCE -std=c11 -O1 -o $@ $< $(TOOL_BASE)

define list_rule
$(BUILD)/gen/lists/$(basename $(notdir $(1))).c: $(1) $(BUILD)/tools/listc
	@mkdir -p $$(@D)
	$(Q)$(BUILD)/tools/listc $(subst -,_,$(basename $(notdir $(1)))) < $(1) > $$@
endef
$(foreach f,$(LIST_FILES) $(ICU_LIST),$(eval $(call list_rule,$f)))

$(BUILD)/tools/icu_names: base/tools/icu_names.c
	@mkdir -p $(@D)
	$(CC) $(PKG_CFLAGS) -D_GNU_SOURCE -std=c11 -O1 -o $@ $< $(PKG_LIBS)
$(ICU_LIST): $(BUILD)/tools/icu_names
	@mkdir -p $(@D)
	$(BUILD)/tools/icu_names > $@

$(BUILD)/tools/indexc: base/tools/indexc.c base/letter.c $(TOOL_BASE) $(wildcard base/*.h)
	@mkdir -p $(@D)
	$(Q)$(CC) -I. $(PKG_CFLAGS) -D_GNU_SOURCE -std=c11 -O1 -o $@ $< base/letter.c $(TOOL_BASE) $(PKG_LIBS)
$(BUILD)/gen/word-index.c: $(INDEXED_FILES) $(BUILD)/tools/indexc Makefile
	$(Q)$(BUILD)/tools/indexc $(INDEXED_FILES) > $@

$(BUILD)/gen/lists.h: $(LIST_FILES) Makefile
	@mkdir -p $(@D)
	@{ echo '#include "base/table.h"'; for l in $(sort $(subst -,_,$(basename $(notdir $(LIST_FILES) $(ICU_LIST))))); do \
	  echo "extern const struct sulih_table sulih_list_$$l;"; done; \
	  echo '#define SULIH_EACH_LIST(X) $(patsubst %,X(%),$(sort $(subst -,_,$(basename $(notdir $(LIST_FILES) $(ICU_LIST))))))'; \
	  bit=0; for l in $(subst -,_,$(INDEXED)); do \
	  echo "#define SULIH_IN_$$l (UINT32_C(1) << $$bit)"; bit=$$((bit + 1)); done; } > $@.new
	@cmp -s $@.new $@ && rm $@.new || mv $@.new $@ # a row more is no other header: nothing is compiled anew

$(BUILD)/gen/profiles.c: $(PROFILES) $(BUILD)/tools/embed
	@mkdir -p $(@D)
	$(Q)$(BUILD)/tools/embed sulih_profiles $(PROFILES) > $@

$(BUILD)/gen/schema.c: $(SCHEMA) $(BUILD)/tools/embed
	@mkdir -p $(@D)
	$(Q)$(BUILD)/tools/embed sulih_schema $(SCHEMA) > $@

# ---- tests ----------------------------------------------------------------------------------
UNIT := $(patsubst tests/unit/%.c,$(BUILD)/tests/unit/%,$(wildcard tests/unit/*.c))
TORTURE := $(patsubst tests/torture/%.c,$(BUILD)/tests/torture/%,$(wildcard tests/torture/*.c))
FUZZ_NAMES := $(filter-out replay,$(basename $(notdir $(wildcard tests/fuzz/*.c))))
REPLAY := $(FUZZ_NAMES:%=$(BUILD)/tests/fuzz/%)
SERVERS := $(patsubst tests/server/%.c,$(BUILD)/tests/server/%,$(wildcard tests/server/*.c))
BENCHES := $(patsubst tests/bench/%.c,$(BUILD)/tests/bench/%,$(wildcard tests/bench/*.c))
SUPPORT := $(wildcard tests/support/*.c)
SUPPORT_OBJECTS := $(SUPPORT:%.c=$(BUILD)/obj/%.o)
SPEC_OBJECTS := $(patsubst %.c,$(BUILD)/obj/%.o,$(wildcard tests/spec/*.c tests/spec/kinds/*.c))

$(BUILD)/tests/unit/%: $(BUILD)/obj/tests/unit/%.o $(SUPPORT_OBJECTS) $(BUILD)/libsulih.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(LDFLAGS_ALL) -o $@ $^ $(PKG_LIBS) -lcmocka
# what fails in them
$(BUILD)/tests/torture/memory: WRAPPED := malloc realloc calloc
$(BUILD)/tests/torture/outfile: WRAPPED := open write close linkat rename
$(BUILD)/tests/torture/outfile: $(BUILD)/obj/pipeline/cli/files/outfile.o $(BUILD)/obj/pipeline/cli/stop.o
$(BUILD)/tests/torture/%: $(BUILD)/obj/tests/torture/%.o $(SUPPORT_OBJECTS) $(BUILD)/libsulih.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(LDFLAGS_ALL) $(WRAPPED:%=-Wl,--wrap=%) -o $@ $^ $(PKG_LIBS) -lcmocka
$(BUILD)/tests/fuzz/%: $(BUILD)/obj/tests/fuzz/%.o $(BUILD)/obj/tests/fuzz/replay.o $(SUPPORT_OBJECTS) $(BUILD)/libsulih.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(LDFLAGS_ALL) -o $@ $^ $(PKG_LIBS)
$(BUILD)/tests/server/%: $(BUILD)/obj/tests/server/%.o $(SUPPORT_OBJECTS) $(BUILD)/libsulih.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(LDFLAGS_ALL) -o $@ $^ $(PKG_LIBS) -lmicrohttpd -lgnutls
$(BUILD)/tests/bench/%: $(BUILD)/obj/tests/bench/%.o $(BUILD)/libsulih.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(LDFLAGS_ALL) -o $@ $^ $(PKG_LIBS) -lcurl
$(BUILD)/tests/spec/runner: $(SPEC_OBJECTS) $(SUPPORT_OBJECTS) $(BUILD)/libsulih.a
	@mkdir -p $(@D)
	$(Q)$(CC) $(LDFLAGS_ALL) -o $@ $^ $(PKG_LIBS)

TEST_PROGRAMS := $(UNIT) $(TORTURE) $(REPLAY) $(SERVERS) $(BUILD)/tests/spec/runner

deps-build:
	@base/tools/deps.sh build
deps-test:
	@base/tools/deps.sh build test

run: deps-build
	@$(MAKE) --no-print-directory all
	@BUILD=$(BUILD) tests/run-sample.sh

# check: the tests with what is installed; test: installs first.
test: deps-test
	@$(MAKE) --no-print-directory check
check: all $(TEST_PROGRAMS)
	@BUILD=$(BUILD) tests/run.sh

test-clients:
	@base/tools/deps.sh build test clients
	@$(MAKE) --no-print-directory all $(TEST_PROGRAMS)
	@BUILD=$(BUILD) tests/clients/run.sh

bench: all $(BENCHES) $(SERVERS)
	@BUILD=$(BUILD) tests/bench/run.sh

# make hostile SEGMENTS=10000: the server that misbehaves, long; the page docs/hostile.md is one such run
SEGMENTS ?= 10000
hostile: all $(TEST_PROGRAMS)
	@BUILD=$(BUILD) SEGMENTS=$(SEGMENTS) tests/hostile.sh

# make fuzz TARGET=name SECONDS=60: libFuzzer with ASan and UBSan, clang only
SECONDS ?= 60
fuzz:
	@base/tools/deps.sh build test lint
	@$(MAKE) --no-print-directory CC=clang BUILD=$(BUILD)/fuzz OPTIMIZE='-O1 -g' \
	  CFLAGS='-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize-recover=all -DSULIH_CHECKS' \
	  LDFLAGS='-fsanitize=address,undefined' $(BUILD)/fuzz/libsulih.a $(TARGET:%=$(BUILD)/fuzz/obj/tests/fuzz/%.o) \
	  $(SUPPORT:%.c=$(BUILD)/fuzz/obj/%.o)
	@mkdir -p $(BUILD)/fuzz/corpus/$(TARGET) tests/fuzz/corpus/$(TARGET)
	clang -fsanitize=fuzzer,address,undefined -o $(BUILD)/fuzz/$(TARGET) $(BUILD)/fuzz/obj/tests/fuzz/$(TARGET).o \
	  $(SUPPORT:%.c=$(BUILD)/fuzz/obj/%.o) $(BUILD)/fuzz/libsulih.a $(PKG_LIBS)
	$(BUILD)/fuzz/$(TARGET) -max_total_time=$(SECONDS) -timeout=10 -rss_limit_mb=4096 \
	  $(BUILD)/fuzz/corpus/$(TARGET) tests/fuzz/corpus/$(TARGET)

# ---- order ----------------------------------------------------------------------------------
C_FILES = $(shell git ls-files '*.c' '*.h')
format:
	$(Q)clang-format -i $(C_FILES)
lint:
	@base/tools/deps.sh build test lint
	@$(MAKE) --no-print-directory $(BUILD)/gen/lists.h # headers read it
	@BUILD=$(BUILD) tests/lint/run.sh

# ---- installation ---------------------------------------------------------------------------
install: all
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/pkgconfig $(DESTDIR)$(PREFIX)/include \
	  $(DESTDIR)$(PREFIX)/share/man/man1
	install -m 755 $(BUILD)/sulih $(DESTDIR)$(PREFIX)/bin/sulih
	install -m 644 $(BUILD)/libsulih.a $(DESTDIR)$(PREFIX)/lib/libsulih.a
	install -m 755 $(BUILD)/libsulih.so $(DESTDIR)$(PREFIX)/lib/libsulih.so.$(VERSION)
	ln -sf libsulih.so.$(VERSION) $(DESTDIR)$(PREFIX)/lib/libsulih.so.0
	ln -sf libsulih.so.0 $(DESTDIR)$(PREFIX)/lib/libsulih.so
	install -m 644 pipeline/sulih.h $(DESTDIR)$(PREFIX)/include/sulih.h
	sed -e 's|@PREFIX@|$(PREFIX)|; s|@VERSION@|$(VERSION)|; s|@CURL@|$(if $(filter link,$(CURL)), -lcurl)|' docs/sulih.pc.in > $(DESTDIR)$(PREFIX)/lib/pkgconfig/sulih.pc
	install -m 644 docs/sulih.1 $(DESTDIR)$(PREFIX)/share/man/man1/sulih.1
uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/sulih $(DESTDIR)$(PREFIX)/lib/libsulih.a $(DESTDIR)$(PREFIX)/lib/libsulih.so* \
	  $(DESTDIR)$(PREFIX)/include/sulih.h $(DESTDIR)$(PREFIX)/lib/pkgconfig/sulih.pc \
	  $(DESTDIR)$(PREFIX)/share/man/man1/sulih.1

clean:
	rm -rf $(BUILD)

help:
	@echo 'make            build the program and the libraries (build/)'
	@echo 'make run        install what the build needs, build, translate a sample article'
	@echo 'make test       install what the tests need, build, run all tests'
	@echo 'make check      the tests, with what is installed'
	@echo 'make test-clients   against a real MT server (Apertium APy)'
	@echo 'make bench      speed and memory, beside a baseline in the same run'
	@echo 'make hostile    thousands of segments against a server that misbehaves (SEGMENTS=10000)'
	@echo 'make fuzz TARGET=name SECONDS=60   fuzz one target'
	@echo 'make lint       format, linters, size budget, include arrows, lists'
	@echo 'make format     clang-format all sources'
	@echo 'make install    PREFIX=/usr/local DESTDIR='
	@echo 'CURL=link       link libcurl instead of loading it when an engine is to be reached'
	@echo 'SANITIZE=1 BUILD=build/asan   with AddressSanitizer and UBSan;  WERROR=1, CC=clang'

-include $(LIB_OBJECTS:.o=.d) $(CLI_OBJECTS:.o=.d) $(SUPPORT_OBJECTS:.o=.d) $(SPEC_OBJECTS:.o=.d) \
  $(wildcard $(BUILD)/obj/tests/*/*.d)
