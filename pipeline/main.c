#include "pipeline/cli/cli.h"

int main(int argc, char **argv)
{
	return sulih_cli_main(argc, argv);
}
