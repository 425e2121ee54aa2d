<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es">
<context>
    <name>Application</name>
    <message>
        <source>unknown error</source>
        <translation>error desconocido</translation>
    </message>
    <message>
        <source>Something unexpected went wrong: %1. The program goes on.</source>
        <translation>Ocurrió algo inesperado: %1. El programa sigue en marcha.</translation>
    </message>
</context>
<context>
    <name>ChoiceText</name>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>leaky ReLU</source>
        <translation>leaky ReLU</translation>
    </message>
    <message>
        <source>tanh</source>
        <translation>tanh</translation>
    </message>
    <message>
        <source>sigmoid</source>
        <translation>sigmoide</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>constante</translation>
    </message>
    <message>
        <source>step</source>
        <translation>escalonado</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>coseno</translation>
    </message>
    <message>
        <source>one-cycle</source>
        <translation>un ciclo</translation>
    </message>
    <message>
        <source>fast</source>
        <extracomment>A way to compute.</extracomment>
        <translation>rápido</translation>
    </message>
    <message>
        <source>reference</source>
        <extracomment>A way to compute.</extracomment>
        <translation>referencia</translation>
    </message>
    <message>
        <source>last epoch</source>
        <extracomment>The weights of which epoch are kept.</extracomment>
        <translation>última época</translation>
    </message>
    <message>
        <source>best epoch</source>
        <extracomment>The weights of which epoch are kept.</extracomment>
        <translation>mejor época</translation>
    </message>
</context>
<context>
    <name>CloseQuestion</name>
    <message>
        <source>ConvScope</source>
        <translation>ConvScope</translation>
    </message>
    <message>
        <source>A run is still training. Stop it and close?</source>
        <translation>Hay una ejecución que sigue entrenando. ¿Detenerla y cerrar?</translation>
    </message>
    <message>
        <source>Its curves are lost when the window closes.</source>
        <translation>Sus curvas se pierden al cerrar la ventana.</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>&amp;Detener y cerrar</translation>
    </message>
    <message>
        <source>&amp;Keep training</source>
        <translation>&amp;Seguir entrenando</translation>
    </message>
    <message numerus="yes">
        <source>The curves of %n ended run(s) are lost when the window closes. Those that you want to keep can be exported first, in the File menu.</source>
        <translation>
            <numerusform>Las curvas de %n ejecución terminada se pierden al cerrar la ventana. Si quiere conservarlas, expórtelas antes, en el menú Archivo.</numerusform>
            <numerusform>Las curvas de %n ejecuciones terminadas se pierden al cerrar la ventana. Las que quiera conservar se pueden exportar antes, en el menú Archivo.</numerusform>
        </translation>
    </message>
    <message>
        <source>Close the window?</source>
        <translation>¿Cerrar la ventana?</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Cerrar</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>&amp;Quedarse</translation>
    </message>
    <message>
        <source>Not everything is saved yet, and what isn&apos;t is lost when the window closes. %1</source>
        <translation>Todavía no está todo guardado, y lo que falte se pierde al cerrar la ventana. %1</translation>
    </message>
    <message>
        <source>What it has trained is kept; it can be continued later.</source>
        <translation>Lo que ha entrenado queda guardado; se puede continuar más tarde.</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Usage</source>
        <translation>Uso</translation>
    </message>
    <message>
        <source>OPTIONS</source>
        <translation>OPCIONES</translation>
    </message>
    <message>
        <source>Options</source>
        <translation>Opciones</translation>
    </message>
    <message>
        <source>COMMAND</source>
        <translation>ORDEN</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Órdenes</translation>
    </message>
    <message>
        <source>REQUIRED</source>
        <translation>OBLIGATORIO</translation>
    </message>
    <message>
        <source>VALUE</source>
        <translation>VALOR</translation>
    </message>
    <message>
        <source>Show this help and end.</source>
        <translation>Muestra esta ayuda y termina.</translation>
    </message>
    <message>
        <source>A ready experiment; see `convscope presets`.</source>
        <translation>Un experimento listo; véase `convscope presets`.</translation>
    </message>
    <message>
        <source>A settings file (JSON) in place of a preset.</source>
        <translation>Un archivo de ajustes (JSON) en lugar de un preajuste.</translation>
    </message>
    <message>
        <source>Folder with the four IDX files; default: the last one, else Fashion-MNIST.</source>
        <translation>Carpeta con los cuatro archivos IDX; por omisión, la última o, si no, Fashion-MNIST.</translation>
    </message>
    <message>
        <source>en or es; default: the system&apos;s.</source>
        <translation>en o es; por omisión, el del sistema.</translation>
    </message>
    <message>
        <source>Train a network and print its progress.</source>
        <translation>Entrena una red y muestra su progreso.</translation>
    </message>
    <message>
        <source>How often every picture is seen.</source>
        <translation>Cuántas veces se ve cada imagen.</translation>
    </message>
    <message>
        <source>Size of the steps, for example 0.001.</source>
        <translation>Tamaño de los pasos, por ejemplo 0.001.</translation>
    </message>
    <message>
        <source>Share of neurons left out, 0 to below 1.</source>
        <translation>Proporción de neuronas apagadas, de 0 a menos de 1.</translation>
    </message>
    <message>
        <source>Same seed and threads, same numbers.</source>
        <translation>Misma semilla y mismos hilos, mismos números.</translation>
    </message>
    <message>
        <source>Processor threads; 0 = chosen by the program.</source>
        <translation>Hilos del procesador; 0 = los elige el programa.</translation>
    </message>
    <message>
        <source>How many training pictures to use; 0 = all.</source>
        <translation>Cuántas imágenes de entrenamiento usar; 0 = todas.</translation>
    </message>
    <message>
        <source>Share of wrong labels, 0 to 0.5.</source>
        <translation>Proporción de etiquetas erróneas, de 0 a 0.5.</translation>
    </message>
    <message>
        <source>List the ready experiments.</source>
        <translation>Muestra los experimentos listos.</translation>
    </message>
    <message>
        <source>Show the layers of a network: shapes, parameters, multiplications.</source>
        <translation>Muestra las capas de una red: formas, parámetros, multiplicaciones.</translation>
    </message>
    <message>
        <source>As one JSON object.</source>
        <translation>Como un solo objeto JSON.</translation>
    </message>
    <message>
        <source>See `convscope --help`.</source>
        <translation>Véase `convscope --help`.</translation>
    </message>
    <message>
        <source>Unknown argument %1.</source>
        <translation>Argumento desconocido: %1.</translation>
    </message>
    <message>
        <source>An option has no value, or a value where none belongs: %1.</source>
        <translation>A una opción le falta el valor, o hay un valor donde no corresponde: %1.</translation>
    </message>
    <message>
        <source>The command line is not understood: %1.</source>
        <translation>No se entiende la línea de órdenes: %1.</translation>
    </message>
    <message>
        <source>ConvScope trains small image classifiers and shows what they learn. Without a command it opens its window.</source>
        <translation>ConvScope entrena pequeños clasificadores de imágenes y muestra lo que aprenden. Sin ninguna orden abre su ventana.</translation>
    </message>
    <message>
        <source>Show the versions of the program and of what it uses.</source>
        <translation>Muestra las versiones del programa y de lo que utiliza.</translation>
    </message>
    <message>
        <source>--preset and --settings can&apos;t be used together: choose one.</source>
        <translation>--preset y --settings no se pueden usar juntas: elija una.</translation>
    </message>
    <message>
        <source>%1: “%2” is not a number. Write it with a point, for example 0.001.</source>
        <translation>%1: «%2» no es un número. Escríbalo con punto, por ejemplo 0.001.</translation>
    </message>
    <message>
        <source>%1: “%2” is not a whole number that can be used here.</source>
        <translation>%1: «%2» no es un número entero que se pueda usar aquí.</translation>
    </message>
    <message>
        <source>output</source>
        <translation>salida</translation>
    </message>
    <message>
        <source>parameters</source>
        <translation>parámetros</translation>
    </message>
    <message>
        <source>multiplications</source>
        <translation>multiplicaciones</translation>
    </message>
    <message>
        <source>total</source>
        <translation>total</translation>
    </message>
    <message>
        <source>Matrix library: %1</source>
        <translation>Biblioteca de matrices: %1</translation>
    </message>
    <message numerus="yes">
        <source>Training on %n thread(s) unless told otherwise</source>
        <translation>
            <numerusform>Entrenamiento con %n hilo, salvo que se indique otra cosa</numerusform>
            <numerusform>Entrenamiento con %n hilos, salvo que se indique otra cosa</numerusform>
        </translation>
    </message>
    <message>
        <source>This matrix library is slow: please install the package libopenblas0-openmp.</source>
        <translation>Esta biblioteca de matrices es lenta: instale el paquete libopenblas0-openmp.</translation>
    </message>
    <message>
        <source>Pictures per step.</source>
        <translation>Imágenes por paso.</translation>
    </message>
    <message>
        <source>One JSON object per line instead of the progress line.</source>
        <translation>Un objeto JSON por línea en lugar de la línea de progreso.</translation>
    </message>
    <message>
        <source>As a JSON list; each entry is what --settings reads from a file.</source>
        <translation>Como lista JSON; cada elemento es lo que --settings lee de un archivo.</translation>
    </message>
    <message>
        <source>There is no language “%1”: choose en or es.</source>
        <translation>No existe el idioma «%1»: elija en o es.</translation>
    </message>
    <message>
        <source>Choose an experiment: --preset NAME (see `convscope presets`) or --settings FILE.</source>
        <translation>Elija un experimento: --preset NOMBRE (véase `convscope presets`) o --settings ARCHIVO.</translation>
    </message>
    <message>
        <source>fast, or reference: LibTorch&apos;s own layers, slower.</source>
        <translation>fast, o reference: las capas propias de LibTorch, más lento.</translation>
    </message>
    <message>
        <source>--engine: “%1” is not known. Choose fast or reference.</source>
        <translation>--engine: «%1» no se conoce. Elija fast o reference.</translation>
    </message>
    <message>
        <source>There is no display to open a window on (the environment variable DISPLAY names it). `convscope train` works without one; see `convscope --help`.</source>
        <translation>No hay pantalla en la que abrir una ventana (la indica la variable de entorno DISPLAY). `convscope train` funciona sin ella; véase `convscope --help`.</translation>
    </message>
    <message>
        <source>Exit codes: 0 finished, 1 failed or diverged, 2 wrong usage, 3 data can&apos;t be read, 4 the laboratory can&apos;t be used, 130 interrupted.</source>
        <translation>Códigos de salida: 0 terminado, 1 fallido o divergente, 2 uso incorrecto, 3 no se pueden leer los datos, 4 no se puede usar el laboratorio, 130 interrumpido.</translation>
    </message>
    <message>
        <source>Arguments</source>
        <translation>Argumentos</translation>
    </message>
    <message>
        <source>The file with all runs; default: CONVSCOPE_LABORATORY, else in the home folder.</source>
        <translation>El archivo con todas las ejecuciones; por omisión: CONVSCOPE_LABORATORY, o el de la carpeta personal.</translation>
    </message>
    <message>
        <source>Everything is saved again.</source>
        <translation>Todo está guardado de nuevo.</translation>
    </message>
    <message>
        <source>The run can&apos;t be saved at the moment; training goes on, and saving is tried again. %1</source>
        <translation>Por ahora no se puede guardar la ejecución; el entrenamiento continúa y se vuelve a intentar. %1</translation>
    </message>
    <message>
        <source>Not everything of this run could be saved. %1</source>
        <translation>No se pudo guardar todo de esta ejecución. %1</translation>
    </message>
    <message>
        <source>The pictures in %1 are not those that the run “%2” was trained with. Name their folder with --data.</source>
        <translation>Las imágenes de %1 no son las que usó la ejecución «%2». Indique su carpeta con --data.</translation>
    </message>
    <message>
        <source>training</source>
        <translation>entrenando</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>terminada</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenida</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>divergente</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallida</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrumpida</translation>
    </message>
    <message>
        <source>run</source>
        <translation>ejecución</translation>
    </message>
    <message>
        <source>name</source>
        <translation>nombre</translation>
    </message>
    <message>
        <source>state</source>
        <translation>estado</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>épocas</translation>
    </message>
    <message>
        <source>best test accuracy</source>
        <translation>mejor exactitud de prueba</translation>
    </message>
    <message>
        <source>last test accuracy</source>
        <translation>última exactitud de prueba</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecución</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Comienzo</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Épocas</translation>
    </message>
    <message>
        <source>Best test accuracy</source>
        <translation>Mejor exactitud</translation>
    </message>
    <message>
        <source>Last test accuracy</source>
        <translation>Última exactitud</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Hilos</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Hecha con</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Disk use</source>
        <translation>Espacio en disco</translation>
    </message>
    <message>
        <source>The id of a run, the beginning of one, or latest.</source>
        <translation>El id de una ejecución, el comienzo de uno, o latest (la última).</translation>
    </message>
    <message>
        <source>As a JSON list.</source>
        <translation>Como lista JSON.</translation>
    </message>
    <message>
        <source>Show what a run was made with and what came out.</source>
        <translation>Mostrar con qué se hizo una ejecución y qué resultó.</translation>
    </message>
    <message>
        <source>Go on with a run that was stopped or interrupted, or train more epochs.</source>
        <translation>Continuar una ejecución detenida o interrumpida, o entrenar más épocas.</translation>
    </message>
    <message>
        <source>How many epochs the run shall have in all.</source>
        <translation>Cuántas épocas tendrá la ejecución en total.</translation>
    </message>
    <message>
        <source>Write a run to a file.</source>
        <translation>Escribir una ejecución en un archivo.</translation>
    </message>
    <message>
        <source>The file to write.</source>
        <translation>El archivo que se escribe.</translation>
    </message>
    <message>
        <source>The file to read.</source>
        <translation>El archivo que se lee.</translation>
    </message>
    <message>
        <source>Move a run to the trash.</source>
        <translation>Mover una ejecución a la papelera.</translation>
    </message>
    <message>
        <source>Take it out of the trash again.</source>
        <translation>Sacarla de nuevo de la papelera.</translation>
    </message>
    <message>
        <source>The file that records the run, or none; default: CONVSCOPE_LABORATORY, else in the home folder.</source>
        <translation>El archivo que guarda la ejecución, o none para no guardarla; por omisión: CONVSCOPE_LABORATORY, o el de la carpeta personal.</translation>
    </message>
    <message numerus="yes">
        <source>This run has trained %n epoch(s) already. For more, say how many it shall have in all: --epochs %1, for example.</source>
        <translation>
            <numerusform>Esta ejecución ya ha entrenado %n época. Para más, diga cuántas tendrá en total: --epochs %1, por ejemplo.</numerusform>
            <numerusform>Esta ejecución ya ha entrenado %n épocas. Para más, diga cuántas tendrá en total: --epochs %1, por ejemplo.</numerusform>
        </translation>
    </message>
    <message>
        <source>--format: choose one of %1.</source>
        <translation>--format: elija uno de %1.</translation>
    </message>
    <message>
        <source>convscope: the whole run; safetensors, onnx: its last weights; pytorch: a script that builds and trains the network; tensorboard, csv: its curves; settings: what --settings reads.</source>
        <translation>convscope: la ejecución entera; safetensors, onnx: sus últimos pesos; pytorch: un programa que construye y entrena la red; tensorboard, csv: sus curvas; settings: lo que lee --settings.</translation>
    </message>
    <message>
        <source>The run “%1” has no weights yet.</source>
        <translation>La ejecución «%1» todavía no tiene pesos.</translation>
    </message>
    <message>
        <source>Mirrored, as the network is surer so.</source>
        <translation>En espejo, pues así la red está más segura.</translation>
    </message>
    <message>
        <source>The folder %1 can&apos;t be made. Choose another one with --seen.</source>
        <translation>No se puede crear la carpeta %1. Elija otra con --seen.</translation>
    </message>
    <message>
        <source>classify: name the network with --run ID (or latest), or with --weights FILE.</source>
        <translation>classify: indique la red con --run ID (o latest), o con --weights ARCHIVO.</translation>
    </message>
    <message>
        <source>Say what a trained network takes pictures for.</source>
        <translation>Dice por qué toma las imágenes una red entrenada.</translation>
    </message>
    <message>
        <source>Pictures in any format, size and colour.</source>
        <translation>Imágenes de cualquier formato, tamaño y color.</translation>
    </message>
    <message>
        <source>A safetensors file that `convscope export` wrote, in place of a run.</source>
        <translation>Un archivo safetensors que escribió `convscope export`, en lugar de una ejecución.</translation>
    </message>
    <message>
        <source>A folder for what the network saw of each picture, as PNG.</source>
        <translation>Una carpeta para lo que la red vio de cada imagen, en PNG.</translation>
    </message>
    <message>
        <source>One JSON object per line.</source>
        <translation>Un objeto JSON por línea.</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>last test loss</source>
        <translation>última pérdida de prueba</translation>
    </message>
    <message>
        <source>time</source>
        <translation>tiempo</translation>
    </message>
    <message>
        <source>The runs were trained on different pictures, so their figures can&apos;t be compared.</source>
        <translation>Las ejecuciones se entrenaron con imágenes distintas, así que sus cifras no se pueden comparar.</translation>
    </message>
    <message>
        <source>They differ in one setting: %1.</source>
        <translation>Se diferencian en un solo ajuste: %1.</translation>
    </message>
    <message>
        <source>With %1 seeds in pairs, “%2” is on average %3 points better in accuracy than “%4” (p = %5).</source>
        <translation>Con %1 semillas por pares, «%2» supera a «%4» en exactitud por %3 puntos de media (p = %5).</translation>
    </message>
    <message>
        <source>If the settings made no difference, seeds alone would rarely lead so far apart (less than once in 20): it is more than chance.</source>
        <translation>Si los ajustes no influyeran, las semillas por sí solas rara vez llevarían a tanta distancia (menos de una vez de cada 20): es más que azar.</translation>
    </message>
    <message>
        <source>Seeds alone could lead as far apart: that it is more than chance is not shown.</source>
        <translation>Las semillas por sí solas podrían llevar a la misma distancia: no queda demostrado que sea más que azar.</translation>
    </message>
    <message>
        <source>Name at least two runs to compare; `convscope runs` lists those there are.</source>
        <translation>Indique al menos dos ejecuciones para comparar; `convscope runs` muestra las que hay.</translation>
    </message>
    <message>
        <source>--seeds: “%1” can&apos;t be read. Write 1-3 or 1,5, for example; 100 at most.</source>
        <translation>--seeds: «%1» no se entiende. Escriba por ejemplo 1-3 o 1,5; como máximo 100.</translation>
    </message>
    <message>
        <source>Holds with %1 of %2 seeds.</source>
        <translation>Se cumple con %1 de %2 semillas.</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>El informe está en %1.</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>semilla</translation>
    </message>
    <message>
        <source>Interrupted. The same command goes on from here.</source>
        <translation>Interrumpido. La misma orden continúa desde aquí.</translation>
    </message>
    <message>
        <source>%1: is in the laboratory already.</source>
        <translation>%1: ya está en el laboratorio.</translation>
    </message>
    <message>
        <source>The run “%1” is being trained by another program. Wait for it, or stop it there.</source>
        <translation>Otro programa está entrenando la ejecución «%1». Espere a que termine o deténgala allí.</translation>
    </message>
    <message>
        <source>Show in which settings runs differ, and what came out.</source>
        <translation>Mostrar en qué ajustes se diferencian las ejecuciones y qué resultó.</translation>
    </message>
    <message>
        <source>Two runs or more, as for show. Two settings with the same seeds are held against each other by a paired test.</source>
        <translation>Dos ejecuciones o más, como en show. Dos ajustes con las mismas semillas se contrastan con una prueba por pares.</translation>
    </message>
    <message>
        <source>Train many variants of an experiment. What the laboratory has already is not trained again.</source>
        <translation>Entrenar muchas variantes de un experimento. Lo que ya está en el laboratorio no se entrena de nuevo.</translation>
    </message>
    <message>
        <source>What to try (JSON).</source>
        <translation>Qué probar (JSON).</translation>
    </message>
    <message>
        <source>Of several machines, the number of this one, from 0.</source>
        <translation>De varios equipos, el número de este, desde 0.</translation>
    </message>
    <message>
        <source>How many machines share the sweep.</source>
        <translation>Cuántos equipos se reparten el barrido.</translation>
    </message>
    <message>
        <source>Only say what would be trained, and how long it takes.</source>
        <translation>Solo decir qué se entrenaría y cuánto tarda.</translation>
    </message>
    <message>
        <source>Train the paper&apos;s experiments, and hold its claims against them. What the laboratory has already is not trained again.</source>
        <translation>Entrenar los experimentos del artículo y contrastar con ellos sus afirmaciones. Lo que ya está en el laboratorio no se entrena de nuevo.</translation>
    </message>
    <message>
        <source>A folder for the report: paper.html, its figures and numbers.</source>
        <translation>Una carpeta para el informe: paper.html, sus figuras y números.</translation>
    </message>
    <message>
        <source>Seeds of the convolutional networks, for a band: 1-3, for example.</source>
        <translation>Semillas de las redes convolucionales, para una banda: por ejemplo 1-3.</translation>
    </message>
    <message>
        <source>Train cnn-2 and cnn-3 with batch normalisation, too.</source>
        <translation>Entrenar cnn-2 y cnn-3 también con normalización por lotes.</translation>
    </message>
    <message>
        <source>Train nothing; report what the laboratory holds.</source>
        <translation>No entrenar nada; informar de lo que hay en el laboratorio.</translation>
    </message>
    <message>
        <source>For a trial: no more epochs than that.</source>
        <translation>Para una prueba: no más épocas que esas.</translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be read. Name a file that says what to try.</source>
        <translation>No se puede leer el archivo %1. Indique un archivo que diga qué probar.</translation>
    </message>
    <message>
        <source>--index and --of belong together: --index 0 --of 4 is the first of four machines.</source>
        <translation>--index y --of van juntos: --index 0 --of 4 es el primero de cuatro equipos.</translation>
    </message>
    <message>
        <source>is there</source>
        <translation>ya está</translation>
    </message>
    <message>
        <source>%1 of %2 are to be trained. How long that takes can&apos;t be said before any run is in the laboratory.</source>
        <translation>Quedan por entrenar %1 de %2. Cuánto tardará no se puede decir hasta que haya alguna ejecución en el laboratorio.</translation>
    </message>
    <message>
        <source>float32, or bfloat16: quicker, with rounded products.</source>
        <translation>float32, o bfloat16: más rápido, con productos redondeados.</translation>
    </message>
    <message>
        <source>--precision: “%1” is not known. Choose float32 or bfloat16.</source>
        <translation>--precision: no se conoce “%1”. Elija float32 o bfloat16.</translation>
    </message>
    <message>
        <source>A safetensors file with the weights to begin with, of the same network.</source>
        <translation>Un archivo safetensors con los pesos iniciales, de la misma red.</translation>
    </message>
    <message>
        <source>The file with all runs, or none: nothing is kept; default: CONVSCOPE_LABORATORY, else in the home folder.</source>
        <translation>El archivo con todas las ejecuciones, o none: no se guarda nada; por defecto: CONVSCOPE_LABORATORY o, si no, en la carpeta personal.</translation>
    </message>
    <message>
        <source>--keep: “%1” is not known. Choose last or best.</source>
        <translation>--keep: «%1» no se conoce. Elija last o best.</translation>
    </message>
    <message>
        <source>End early after so many epochs without a better test loss; 0 = never.</source>
        <translation>Terminar antes tras tantas épocas sin mejor pérdida de prueba; 0 = nunca.</translation>
    </message>
    <message>
        <source>Only a test loss lower by more than this counts as better.</source>
        <translation>Solo cuenta como mejor una pérdida de prueba que baje más que esto.</translation>
    </message>
    <message>
        <source>Whose weights are exported: last, or best epoch.</source>
        <translation>De qué época se exportan los pesos: last (la última) o best (la mejor).</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>omitida</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>entry</source>
        <translation>entrada</translation>
    </message>
    <message>
        <source>threads</source>
        <translation>hilos</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automático</translation>
    </message>
    <message>
        <source>queue %1: name an entry by its number; `convscope queue list` shows them.</source>
        <translation>queue %1: indique el número de una entrada; `convscope queue list` las muestra.</translation>
    </message>
    <message>
        <source>queue move: name the entry and its new place, counted from 1.</source>
        <translation>queue move: indique la entrada y su nuevo lugar, contado desde 1.</translation>
    </message>
    <message>
        <source>queue: “%1” is not known. Choose %2.</source>
        <translation>queue: «%1» no se conoce. Elija %2.</translation>
    </message>
    <message>
        <source>--parallel: choose 1 or %1.</source>
        <translation>--parallel: elija 1 o %1.</translation>
    </message>
    <message>
        <source>List the runs in the trash, or empty it.</source>
        <translation>Listar las ejecuciones de la papelera, o vaciarla.</translation>
    </message>
    <message>
        <source>Erase every run in the trash, for ever.</source>
        <translation>Borrar para siempre todas las ejecuciones de la papelera.</translation>
    </message>
    <message>
        <source>Trainings that wait: list, add --preset NAME, run, remove N, move N PLACE, skip N, edit N.</source>
        <translation>Entrenamientos en espera: list, add --preset NOMBRE, run, remove N, move N LUGAR, skip N, edit N.</translation>
    </message>
    <message>
        <source>list, add, run, remove, move, skip or edit.</source>
        <translation>list, add, run, remove, move, skip o edit.</translation>
    </message>
    <message>
        <source>The number of an entry.</source>
        <translation>El número de una entrada.</translation>
    </message>
    <message>
        <source>move: the new place, counted from 1.</source>
        <translation>move: el nuevo lugar, contado desde 1.</translation>
    </message>
    <message>
        <source>run: how many train at once, 1 or 2; they share the processor&apos;s cores.</source>
        <translation>run: cuántos entrenan a la vez, 1 o 2; se reparten los núcleos del procesador.</translation>
    </message>
    <message>
        <source>skip: let it wait again.</source>
        <translation>skip: que vuelva a esperar.</translation>
    </message>
    <message>
        <source>As a JSON list, or one JSON object per line.</source>
        <translation>Como lista JSON, o un objeto JSON por línea.</translation>
    </message>
    <message>
        <source>Began with the weights in %1.</source>
        <translation>Comenzó con los pesos de %1.</translation>
    </message>
    <message>
        <source>%1 of %2 kept moments were removed; %3 are free.</source>
        <translation>Se quitaron %1 de %2 momentos guardados; quedan libres %3.</translation>
    </message>
    <message>
        <source>%1 of %2 kept moments would go, and %3 become free. With --yes it is done.</source>
        <translation>Se quitarían %1 de %2 momentos guardados y quedarían libres %3. Con --yes se hace.</translation>
    </message>
    <message>
        <source>Add the run in a .convscope file, or all runs of another laboratory that are not here yet.</source>
        <translation>Añadir la ejecución de un archivo .convscope, o todas las de otro laboratorio que aún no están aquí.</translation>
    </message>
    <message>
        <source>Free disk space: say what it would free, or remove every second kept moment of a run.</source>
        <translation>Liberar espacio en el disco: decir cuánto se liberaría, o quitar uno de cada dos momentos guardados de una ejecución.</translation>
    </message>
    <message>
        <source>Do it. Curves, predictions and what the run needs to go on stay.</source>
        <translation>Hacerlo. Se conservan las curvas, las predicciones y lo que la ejecución necesita para continuar.</translation>
    </message>
    <message>
        <source>Branched off</source>
        <translation>Se ramificó de</translation>
    </message>
    <message>
        <source>%1, after %2 batches</source>
        <translation>%1, tras %2 lotes</translation>
    </message>
    <message>
        <source>Frozen filters</source>
        <translation>Filtros congelados</translation>
    </message>
    <message>
        <source>What the window opens: .convscope files and laboratories, whose runs are added and shown; settings (.json); weights (.safetensors).</source>
        <translation>Lo que abre la ventana: archivos .convscope y laboratorios, cuyas ejecuciones se añaden y se muestran; ajustes (.json); pesos (.safetensors).</translation>
    </message>
    <message>
        <source>List the recorded runs, newest first. Best is the epoch with the lowest test loss.</source>
        <translation>Lista las ejecuciones registradas, las más recientes primero. La mejor época es la de menor pérdida de prueba.</translation>
    </message>
    <message>
        <source>--decimal: choose point or comma, with --format csv.</source>
        <translation>--decimal: elija point o comma, junto con --format csv.</translation>
    </message>
    <message>
        <source>learning rate</source>
        <translation>tasa de aprendizaje</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>pérdida</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>suavizada</translation>
    </message>
    <message>
        <source>step %1 of %2: learning rate %3, loss %4</source>
        <translation>paso %1 de %2: tasa de aprendizaje %3, pérdida %4</translation>
    </message>
    <message>
        <source>csv: point, or comma with semicolons between the columns, as spreadsheets in many languages expect it.</source>
        <translation>csv: point (punto), o comma: coma decimal y punto y coma entre las columnas, como esperan las hojas de cálculo en muchos idiomas.</translation>
    </message>
    <message>
        <source>Find a learning rate: train a throw-away network while the rate rises, and see where its loss falls.</source>
        <translation>Buscar una tasa de aprendizaje: entrena una red de usar y tirar mientras la tasa sube y mira dónde baja su pérdida.</translation>
    </message>
    <message>
        <source>The smallest rate; default: 1e-7.</source>
        <translation>La tasa más pequeña; por omisión: 1e-7.</translation>
    </message>
    <message>
        <source>The largest rate; default: 10.</source>
        <translation>La tasa más grande; por omisión: 10.</translation>
    </message>
    <message>
        <source>In how many steps it rises; default: 150.</source>
        <translation>En cuántos pasos sube; por omisión: 150.</translation>
    </message>
    <message>
        <source>Print the whole curve, too.</source>
        <translation>Escribir también toda la curva.</translation>
    </message>
    <message>
        <source>Name the run or the runs, and then the file to write: `convscope report latest run.html`, for example.</source>
        <translation>Nombre la ejecución o las ejecuciones y después el archivo que hay que escribir: `convscope report latest run.html`, por ejemplo.</translation>
    </message>
    <message>
        <source>Write a run, or a comparison of several, as one page of HTML or as PDF.</source>
        <translation>Escribir una ejecución, o una comparación de varias, como una página HTML o como PDF.</translation>
    </message>
    <message>
        <source>One run or more, as for show, and last the file to write: its name ends in .html or .pdf.</source>
        <translation>Una o más ejecuciones, como en show, y al final el archivo que hay que escribir: su nombre termina en .html o .pdf.</translation>
    </message>
    <message>
        <source>Processor threads of each run; 0 = chosen by the program.</source>
        <translation>Hilos del procesador de cada ejecución; 0 = los elige el programa.</translation>
    </message>
    <message>
        <source>%1 of %2 are to be trained: about %3, judged by runs that are here.</source>
        <translation>Quedan por entrenar %1 de %2: unos %3, a juzgar por las ejecuciones que hay aquí.</translation>
    </message>
    <message>
        <source>They will take about %1 in the laboratory.</source>
        <translation>Ocuparán unos %1 en el laboratorio.</translation>
    </message>
    <message>
        <source>epochs trained</source>
        <translation>épocas entrenadas</translation>
    </message>
    <message>
        <source>multiplications a picture</source>
        <translation>multiplicaciones por imagen</translation>
    </message>
    <message>
        <source>The run %1 is named twice. Name each run once.</source>
        <translation>La ejecución %1 aparece dos veces. Nombre cada ejecución una sola vez.</translation>
    </message>
    <message>
        <source>The picture %1 can&apos;t be made.</source>
        <translation>No se puede hacer la imagen %1.</translation>
    </message>
    <message>
        <source>test accuracy of the kept weights</source>
        <translation>exactitud de prueba de los pesos conservados</translation>
    </message>
    <message>
        <source>All settings but the seed are equal.</source>
        <translation>Todos los ajustes son iguales salvo la semilla.</translation>
    </message>
    <message>
        <source>All settings are equal.</source>
        <translation>Todos los ajustes son iguales.</translation>
    </message>
    <message>
        <source>They differ in one thing: %1.</source>
        <translation>Se diferencian en una sola cosa: %1.</translation>
    </message>
    <message>
        <source>%1 of %2 failed. The same command tries them again.</source>
        <translation>Fallaron %1 de %2. La misma orden lo vuelve a intentar.</translation>
    </message>
    <message>
        <source>The file %1 is larger than 1 MiB, so it can hardly be a sweep. Write ranges in place of long lists.</source>
        <translation>El archivo %1 ocupa más de 1 MiB, así que difícilmente es un barrido. Escriba rangos en lugar de listas largas.</translation>
    </message>
    <message>
        <source>All %1 are trained already.</source>
        <translation>Los %1 ya están entrenados.</translation>
    </message>
    <message>
        <source>Nothing is left to begin: another program trains what is missing.</source>
        <translation>No queda nada por empezar: otro programa entrena lo que falta.</translation>
    </message>
    <message>
        <source>A second training can&apos;t be started: %1.</source>
        <translation>No se puede iniciar un segundo entrenamiento: %1.</translation>
    </message>
    <message>
        <source>Entry %1 of the queue is skipped from now on. Change it with `convscope queue edit`, or take it out with `convscope queue remove`.</source>
        <translation>La entrada %1 de la cola se omite a partir de ahora. Cámbiela con `convscope queue edit` o sáquela con `convscope queue remove`.</translation>
    </message>
    <message>
        <source>`convscope delete %1 --damaged` removes it for ever.</source>
        <translation>`convscope delete %1 --damaged` la elimina para siempre.</translation>
    </message>
    <message>
        <source>A run whose entry is damaged, so that it can&apos;t be read: for ever.</source>
        <translation>Una ejecución cuya entrada está dañada y no se puede leer: para siempre.</translation>
    </message>
</context>
<context>
    <name>DuelWarnings</name>
    <message>
        <source>They were trained on different pictures, so their figures can&apos;t be compared.</source>
        <translation>Se entrenaron con imágenes distintas, así que sus cifras no se pueden comparar.</translation>
    </message>
    <message>
        <source>“%1” branched off another run: what it began with was learned there, so its settings don&apos;t tell what made the difference.</source>
        <translation>«%1» se ramificó de otra ejecución: aquello con lo que empezó se aprendió allí, así que sus ajustes no dicen qué causó la diferencia.</translation>
    </message>
    <message>
        <source>They differ in more than one thing (%L1): which of them made the difference can&apos;t be told.</source>
        <translation>Difieren en más de una cosa (%L1): no se puede saber cuál de ellas causó la diferencia.</translation>
    </message>
    <message>
        <source>Their seeds differ (%1 and %2): a part of the difference is chance.</source>
        <translation>Sus semillas difieren (%1 y %2): una parte de la diferencia es azar.</translation>
    </message>
</context>
<context>
    <name>ExperimentFile</name>
    <message>
        <source>%1: this is not valid JSON (line %2, column %3: %4).</source>
        <translation>%1: no es JSON válido (línea %2, columna %3: %4).</translation>
    </message>
    <message>
        <source>%1: this file is larger than 1 MB, so it is not a settings file.</source>
        <translation>%1: este archivo ocupa más de 1 MB, así que no es un archivo de ajustes.</translation>
    </message>
    <message>
        <source>%1: the file is empty.</source>
        <translation>%1: el archivo está vacío.</translation>
    </message>
    <message>
        <source>%1: an experiment in braces { } is expected, but a list was found.</source>
        <translation>%1: se esperaba un experimento entre llaves { }, pero se encontró una lista.</translation>
    </message>
    <message>
        <source>%1: %2: this setting appears twice. Take one of them out.</source>
        <translation>%1: %2: este ajuste aparece dos veces. Quite uno de los dos.</translation>
    </message>
</context>
<context>
    <name>ExperimentReader</name>
    <message>
        <source>%1: this key is missing, so this is not a ConvScope experiment.</source>
        <translation>%1: falta esta clave, así que no es un experimento de ConvScope.</translation>
    </message>
    <message>
        <source>%1: the experiment has version %2, but this program reads version %3. Use a newer ConvScope.</source>
        <translation>%1: el experimento tiene la versión %2, pero este programa lee la versión %3. Use un ConvScope más reciente.</translation>
    </message>
    <message>
        <source>%1: there is no version %2. This program reads version %3.</source>
        <translation>%1: no existe la versión %2. Este programa lee la versión %3.</translation>
    </message>
</context>
<context>
    <name>FieldTable</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>The name of a setting and its unit: &quot;Wrong labels (%)&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>Tra&amp;ining pictures</source>
        <translation>&amp;Imágenes de entren.</translation>
    </message>
    <message>
        <source>How many pictures the network learns from. Fewer train faster and overfit sooner.</source>
        <translation>De cuántas imágenes aprende la red. Con menos se entrena más rápido y el sobreajuste llega antes.</translation>
    </message>
    <message>
        <source>With few pictures a network can learn each of them by heart instead of what they have in common: it gets better on the training pictures and worse on new ones. The choice depends on the seed only, and a smaller choice is part of a larger one. 0 or “all” uses every picture there is.</source>
        <translation>Con pocas imágenes, una red puede aprender cada una de memoria en lugar de lo que tienen en común: mejora con las imágenes de entrenamiento y empeora con las nuevas. La elección depende solo de la semilla, y una elección menor es parte de una mayor. 0 o «todas» usa todas las que hay.</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Wron&amp;g labels</source>
        <translation>Eti&amp;quetas erróneas</translation>
    </message>
    <message>
        <source>This share of the training pictures gets a wrong label on purpose. It provokes overfitting: the only way to get them right is to learn them by heart.</source>
        <translation>Esta proporción de las imágenes de entrenamiento recibe a propósito una etiqueta errónea. Provoca sobreajuste: la única manera de acertarlas es aprenderlas de memoria.</translation>
    </message>
    <message>
        <source>The test pictures keep their true labels. At first the network learns the rule that most labels follow; later it begins to remember the wrong ones, and the test loss rises while the training loss still falls. That is overfitting, seen at its clearest.</source>
        <translation>Las imágenes de prueba conservan sus etiquetas verdaderas. Al principio la red aprende la regla que siguen casi todas las etiquetas; después empieza a recordar las erróneas, y la pérdida de prueba sube mientras la de entrenamiento sigue bajando. Eso es el sobreajuste (overfitting), visto con toda claridad.</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Espejo</translation>
    </message>
    <message>
        <source>How often a picture is mirrored left to right. The network learns that both ways are the same.</source>
        <translation>Con qué frecuencia se refleja una imagen de izquierda a derecha. La red aprende que ambos sentidos son lo mismo.</translation>
    </message>
    <message>
        <source>Nearly all shoes of Fashion-MNIST face left. A network that never saw one facing right often takes it for something else; with 50 % it sees as many of both.</source>
        <translation>Casi todo el calzado de Fashion-MNIST apunta a la izquierda. Una red que nunca lo vio hacia la derecha suele tomarlo por otra cosa; con 50&#xa0;% ve tanto de uno como de otro.</translation>
    </message>
    <message>
        <source>px</source>
        <translation>px</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Traslación</translation>
    </message>
    <message>
        <source>Moves each picture by up to so many pixels. The network learns not to rely on the exact place.</source>
        <translation>Desplaza cada imagen hasta este número de píxeles. La red aprende a no depender del lugar exacto.</translation>
    </message>
    <message>
        <source>The pictures of the set are all centred. Drawings and photographs seldom are, so a network that was trained with shifts copes better with them.</source>
        <translation>Todas las imágenes del conjunto están centradas. Los dibujos y las fotografías rara vez lo están, así que una red entrenada con traslaciones los resuelve mejor.</translation>
    </message>
    <message>
        <source>°</source>
        <translation>°</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Giro</translation>
    </message>
    <message>
        <source>Turns each picture by up to so many degrees to either side. The network learns to recognise things that stand a little askew.</source>
        <translation>Gira cada imagen hasta este número de grados hacia cualquier lado. La red aprende a reconocer lo que está un poco torcido.</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Escala</translation>
    </message>
    <message>
        <source>Makes each picture larger or smaller by up to this share. The network learns that size says little about the class.</source>
        <translation>Agranda o reduce cada imagen hasta esta proporción. La red aprende que el tamaño dice poco sobre la clase.</translation>
    </message>
    <message>
        <source>With 10 % a picture gets between 90 % and 110 % of its size, new in every epoch.</source>
        <translation>Con 10&#xa0;%, una imagen queda entre el 90&#xa0;% y el 110&#xa0;% de su tamaño, distinto en cada época.</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Ruido</translation>
    </message>
    <message>
        <source>Adds random grey to every pixel. The network learns to look at shapes rather than at single pixels.</source>
        <translation>Suma un gris al azar a cada píxel. La red aprende a fijarse en las formas más que en píxeles sueltos.</translation>
    </message>
    <message>
        <source>The number is the standard deviation as a share of full white. Noise acts much like weight decay: it punishes a network that reacts strongly to small differences.</source>
        <translation>El número es la desviación estándar como proporción del blanco pleno. El ruido actúa de modo parecido al decaimiento de pesos: castiga a una red que reacciona con fuerza ante pequeñas diferencias.</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Borrado</translation>
    </message>
    <message>
        <source>How often a random rectangle of the picture is blacked out. The network learns not to rely on one detail alone.</source>
        <translation>Con qué frecuencia se pone en negro un rectángulo al azar de la imagen. La red aprende a no depender de un solo detalle.</translation>
    </message>
    <message>
        <source>The rectangle covers between 2 % and 20 % of the picture. It does to the input what dropout does inside the network.</source>
        <translation>El rectángulo cubre entre el 2&#xa0;% y el 20&#xa0;% de la imagen. Hace con la entrada lo que el dropout hace dentro de la red.</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>How many patterns the block looks for. More filters can tell more apart and cost more time.</source>
        <translation>Cuántos patrones busca el bloque. Más filtros distinguen más cosas y cuestan más tiempo.</translation>
    </message>
    <message>
        <source>Each filter is a small window of weights that slides over the picture and gives one map of where its pattern was found. The first block finds edges and textures; later blocks combine what the earlier ones found.</source>
        <translation>Cada filtro es una pequeña ventana de pesos que se desliza sobre la imagen y produce un mapa de dónde se encontró su patrón. El primer bloque encuentra bordes y texturas; los siguientes combinan lo que encontraron los anteriores.</translation>
    </message>
    <message>
        <source>Kernel size</source>
        <translation>Núcleo</translation>
    </message>
    <message>
        <source>Side of the window that a filter looks through, in pixels. A larger one sees more at once and costs the square of its side.</source>
        <translation>Lado, en píxeles, de la ventana por la que mira un filtro. Una más grande abarca más y cuesta el cuadrado de su lado.</translation>
    </message>
    <message>
        <source>Two blocks with 3 × 3 see as far as one with 5 × 5, with fewer weights and one more activation between. That is why 3 is the usual choice.</source>
        <translation>Dos bloques de 3 × 3 ven tan lejos como uno de 5 × 5, con menos pesos y una activación más en medio. Por eso lo habitual es 3.</translation>
    </message>
    <message>
        <source>Padding</source>
        <translation>Relleno</translation>
    </message>
    <message>
        <source>Rows and columns of zeros around the picture. They let the filters look at the edge and keep the size.</source>
        <translation>Filas y columnas de ceros alrededor de la imagen. Permiten que los filtros miren el borde y que se conserve el tamaño.</translation>
    </message>
    <message>
        <source>Without padding each convolution makes the picture smaller by the kernel size minus one. Half of that, as padding, keeps the size the same: 1 for a kernel of 3, 2 for a kernel of 5, 3 for a kernel of 7.</source>
        <translation>Sin relleno, cada convolución reduce la imagen en el tamaño del núcleo menos uno. La mitad de eso, como relleno, conserva el tamaño: 1 para un núcleo de 3, 2 para uno de 5, 3 para uno de 7.</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Activación</translation>
    </message>
    <message>
        <source>What each value passes through after the convolution. Without it several layers could do no more than one.</source>
        <translation>Por dónde pasa cada valor después de la convolución. Sin ella, varias capas no podrían hacer más que una sola.</translation>
    </message>
    <message>
        <source>ReLU cuts off what is below zero and learns fast. Leaky ReLU lets a little of it through, so no filter can die. Tanh and sigmoid squeeze every value between two bounds; deep networks learn slowly with them because their slope vanishes.</source>
        <translation>ReLU corta lo que está por debajo de cero y aprende rápido. Leaky ReLU deja pasar un poco, así que ningún filtro puede morir. Tanh y sigmoide comprimen cada valor entre dos límites; con ellas las redes profundas aprenden despacio porque su pendiente se desvanece.</translation>
    </message>
    <message>
        <source>Batch norm.</source>
        <translation>Norm. por lotes</translation>
    </message>
    <message>
        <source>Brings the values of each filter to mean 0 and spread 1 over the batch. Training gets faster and bears a higher learning rate.</source>
        <translation>Normalización por lotes: lleva los valores de cada filtro a media 0 y dispersión 1 sobre el lote. El entrenamiento se acelera y admite una tasa de aprendizaje mayor.</translation>
    </message>
    <message>
        <source>While it trains, the mean and spread come from the batch; for testing, from what was seen on the way. Two weights for each filter can undo it where that is better. Small batches make it noisy.</source>
        <translation>Durante el entrenamiento, la media y la dispersión se toman del lote; para la prueba, de lo visto en el camino. Dos pesos por filtro pueden deshacerla donde eso convenga. Con lotes pequeños se vuelve ruidosa.</translation>
    </message>
    <message>
        <source>Max-pooling</source>
        <translation>Max-pooling</translation>
    </message>
    <message>
        <source>Keeps the largest of every 2 × 2 values. It halves the picture, saves work, and makes the exact place matter less.</source>
        <translation>Agrupación máxima: conserva el mayor de cada 2 × 2 valores. Reduce la imagen a la mitad, ahorra trabajo y hace que el lugar exacto importe menos.</translation>
    </message>
    <message>
        <source>What is kept is whether a pattern was found nearby, not where exactly. The layers after it get a quarter of the values and see twice as far.</source>
        <translation>Lo que se conserva es si un patrón se encontró cerca, no dónde exactamente. Las capas siguientes reciben la cuarta parte de los valores y ven el doble de lejos.</translation>
    </message>
    <message>
        <source>Neurons</source>
        <translation>Neuronas</translation>
    </message>
    <message>
        <source>Width of the layer. More neurons can learn more, also by heart.</source>
        <translation>Ancho de la capa. Más neuronas pueden aprender más, también de memoria.</translation>
    </message>
    <message>
        <source>Every neuron is connected with every value before it, so this is where most of the parameters of a network are: look at the table below.</source>
        <translation>Cada neurona está conectada con todos los valores anteriores, así que aquí está la mayor parte de los parámetros de una red: véase la tabla de abajo.</translation>
    </message>
    <message>
        <source>What each neuron makes of its sum. Without it several layers could do no more than one.</source>
        <translation>Lo que cada neurona hace con su suma. Sin ella, varias capas no podrían hacer más que una sola.</translation>
    </message>
    <message>
        <source>ReLU cuts off what is below zero and learns fast. Leaky ReLU lets a little of it through, so no neuron can die. Tanh and sigmoid squeeze every value between two bounds; deep networks learn slowly with them because their slope vanishes.</source>
        <translation>ReLU corta lo que está por debajo de cero y aprende rápido. Leaky ReLU deja pasar un poco, así que ninguna neurona puede morir. Tanh y sigmoide comprimen cada valor entre dos límites; con ellas las redes profundas aprenden despacio porque su pendiente se desvanece.</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Share of the neurons that is silenced at random in every training step. It makes learning slower and overfitting later.</source>
        <translation>Proporción de neuronas que se apagan al azar en cada paso de entrenamiento. Vuelve más lento el aprendizaje y retrasa el sobreajuste.</translation>
    </message>
    <message>
        <source>No neuron can rely on a certain other one, so what is learned is spread over many. For testing all neurons are on. The training accuracy is measured with dropout, which is why it can lie below the test accuracy.</source>
        <translation>Ninguna neurona puede confiar en otra determinada, así que lo aprendido se reparte entre muchas. Para la prueba todas están encendidas. La exactitud de entrenamiento se mide con dropout; por eso puede quedar por debajo de la de prueba.</translation>
    </message>
    <message>
        <source>Opti&amp;miser</source>
        <translation>Opti&amp;mizador</translation>
    </message>
    <message>
        <source>The rule by which the weights follow the gradient. Adam finds a fitting step for each weight; SGD takes the same for all.</source>
        <translation>La regla con la que los pesos siguen el gradiente. Adam busca un paso adecuado para cada peso; SGD usa el mismo para todos.</translation>
    </message>
    <message>
        <source>Adam works well with a learning rate near 0.001 on almost anything. SGD with momentum needs a higher rate, such as 0.01 to 0.1, and more care, and shows plainly what the rate does.</source>
        <translation>Adam funciona bien con una tasa de aprendizaje cercana a 0,001 en casi cualquier caso. SGD con impulso necesita una tasa mayor, como 0,01 a 0,1, y más cuidado, y muestra con claridad qué efecto tiene la tasa.</translation>
    </message>
    <message>
        <source>Mome&amp;ntum</source>
        <translation>Impuls&amp;o</translation>
    </message>
    <message>
        <source>How much of the last step goes into the next, like a rolling ball. It speeds up steady directions and calms zigzag.</source>
        <translation>Impulso (momentum): cuánto del último paso entra en el siguiente, como en una bola que rueda. Acelera las direcciones constantes y calma el zigzag.</translation>
    </message>
    <message>
        <source>With 0.9 a step is worth about ten plain ones once the direction is steady, so lower the learning rate when you raise the momentum.</source>
        <translation>Con 0,9, un paso vale como unos diez simples una vez que la dirección es constante; por eso, al subir el impulso conviene bajar la tasa de aprendizaje.</translation>
    </message>
    <message>
        <source>&amp;Learning rate</source>
        <translation>&amp;Tasa de aprendizaje</translation>
    </message>
    <message>
        <source>How large each step of learning is. Too small and nothing happens; too large and the loss jumps or grows without bound.</source>
        <translation>Tasa de aprendizaje (learning rate): el tamaño de cada paso. Si es demasiado pequeña, no pasa nada; si es demasiado grande, la pérdida salta o crece sin límite.</translation>
    </message>
    <message>
        <source>It is the setting that matters most. Change it by factors, not by small amounts: the arrow keys go 1, 2, 5, 10. 0.001, 0,001 and 1e-3 are all understood.</source>
        <translation>Es el ajuste que más importa. Cámbiela por factores, no poco a poco: las flechas van 1, 2, 5, 10. Se entienden 0.001, 0,001 y 1e-3.</translation>
    </message>
    <message>
        <source>Sched&amp;ule</source>
        <translation>Pla&amp;n</translation>
    </message>
    <message>
        <source>How the learning rate moves over the epochs. Large steps find the way, small ones at the end find the place.</source>
        <translation>Cómo cambia la tasa de aprendizaje a lo largo de las épocas. Los pasos grandes encuentran el camino; los pequeños, al final, el lugar.</translation>
    </message>
    <message>
        <source>Constant keeps it. Step lowers it by a factor every few epochs. Cosine lowers it smoothly to zero. One-cycle raises it first, so that the start stays safe, and then lowers it far: often the fastest in few epochs.</source>
        <translation>Constante la mantiene. Escalonado la baja por un factor cada tantas épocas. Coseno la baja suavemente hasta cero. Un ciclo primero la sube, para que el comienzo sea seguro, y después la baja mucho: suele ser lo más rápido en pocas épocas.</translation>
    </message>
    <message>
        <source>Epochs per step</source>
        <translation>Épocas por escalón</translation>
    </message>
    <message>
        <source>After so many epochs the learning rate is lowered, again and again.</source>
        <translation>Después de esta cantidad de épocas se baja la tasa de aprendizaje, una y otra vez.</translation>
    </message>
    <message>
        <source>Just after a step the loss often falls at once: the weights had circled around a place that only smaller steps can reach.</source>
        <translation>Justo después de un escalón la pérdida suele bajar de golpe: los pesos daban vueltas alrededor de un lugar al que solo llegan pasos más pequeños.</translation>
    </message>
    <message>
        <source>Factor per step</source>
        <translation>Factor por escalón</translation>
    </message>
    <message>
        <source>What the learning rate is multiplied by at each step. 0.1 leaves a tenth of it.</source>
        <translation>Por cuánto se multiplica la tasa de aprendizaje en cada escalón. 0,1 deja la décima parte.</translation>
    </message>
    <message>
        <source>A strong factor ends the search early; a mild one, more often, comes close to the smooth cosine schedule.</source>
        <translation>Un factor fuerte termina pronto la búsqueda; uno suave, más veces, se acerca a la suavidad del coseno.</translation>
    </message>
    <message>
        <source>&amp;Weight decay</source>
        <translation>&amp;Decaim. de pesos</translation>
    </message>
    <message>
        <source>Pulls all weights towards zero at every step. Small weights make a simpler network that overfits less.</source>
        <translation>Decaimiento de pesos: tira de todos los pesos hacia cero en cada paso. Los pesos pequeños dan una red más simple, con menos sobreajuste.</translation>
    </message>
    <message>
        <source>It is the L2 penalty: this number times the weight is added to its gradient. Values from 0.00001 to 0.001 are usual; too much and the network can&apos;t learn at all.</source>
        <translation>Es la penalización L2: este número por el peso se suma a su gradiente. Son habituales los valores de 0,00001 a 0,001; con demasiado, la red no puede aprender nada.</translation>
    </message>
    <message>
        <source>&amp;Batch size</source>
        <translation>Tamaño de &amp;lote</translation>
    </message>
    <message>
        <source>How many pictures are averaged for one step. Small batches make many noisy steps, large ones few steady steps.</source>
        <translation>Cuántas imágenes se promedian en un paso (batch). Los lotes pequeños dan muchos pasos ruidosos; los grandes, pocos pasos firmes.</translation>
    </message>
    <message>
        <source>An epoch with batches of 64 has 938 steps, with 1000 only 60: with the same learning rate the network then moves far less in an epoch. Large batches are computed faster per picture.</source>
        <translation>Una época con lotes de 64 tiene 938 pasos; con 1000, solo 60: con la misma tasa de aprendizaje la red avanza entonces mucho menos por época. Los lotes grandes se calculan más rápido por imagen.</translation>
    </message>
    <message>
        <source>Ep&amp;ochs</source>
        <translation>Épo&amp;cas</translation>
    </message>
    <message>
        <source>How often every training picture is shown. Too few and it isn&apos;t learned; too many and it is learned by heart.</source>
        <translation>Cuántas veces se muestra cada imagen de entrenamiento. Con muy pocas no se aprende; con demasiadas se aprende de memoria.</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>&amp;Semilla</translation>
    </message>
    <message>
        <source>Start of all random numbers: first weights, order of the pictures, dropout. The same seed gives the same run.</source>
        <translation>Inicio de todos los números al azar: primeros pesos, orden de las imágenes, dropout. La misma semilla da la misma ejecución.</translation>
    </message>
    <message>
        <source>Two runs that differ in one setting and share the seed differ because of that setting, not by chance. Train again with another seed to see how large chance is.</source>
        <translation>Dos ejecuciones que se distinguen en un solo ajuste y comparten la semilla difieren por ese ajuste, no por azar. Entrene de nuevo con otra semilla para ver cuánto pesa el azar.</translation>
    </message>
    <message>
        <source>Thre&amp;ads</source>
        <translation>&amp;Hilos</translation>
    </message>
    <message>
        <source>Processor cores used for training. It changes the speed, and the last digits of the numbers, but not what is learned.</source>
        <translation>Núcleos del procesador usados para entrenar. Cambia la velocidad y las últimas cifras de los números, pero no lo que se aprende.</translation>
    </message>
    <message>
        <source>0 or “automatic” lets the program choose. Sums are formed in another order with another number of threads, so only the same number gives the same digits.</source>
        <translation>0 o «automático» deja que elija el programa. Con otra cantidad de hilos las sumas se forman en otro orden, así que solo la misma cantidad da las mismas cifras.</translation>
    </message>
    <message>
        <source>A convolution finds its pattern wherever it is, but not when it is turned: it must learn that from turned examples.</source>
        <translation>Una convolución encuentra su patrón esté donde esté, pero no cuando está girado: eso debe aprenderlo de ejemplos girados.</translation>
    </message>
    <message>
        <source>After each epoch the whole test set is tried. Where its loss is lowest, training should end; what comes after is overfitting.</source>
        <translation>Después de cada época se prueba todo el conjunto de prueba. Donde su pérdida es mínima, el entrenamiento debería terminar; lo que sigue es sobreajuste (overfitting).</translation>
    </message>
    <message>
        <source>Computa&amp;tion</source>
        <translation>Cálc&amp;ulo</translation>
    </message>
    <message>
        <source>The way the program computes. It changes the speed, and the last digits of the numbers, but not what is learned.</source>
        <translation>La manera en que calcula el programa. Cambia la velocidad y las últimas cifras de los números, pero no lo que se aprende.</translation>
    </message>
    <message>
        <source>“Fast” computes the whole network at once where it can. “Reference” goes through LibTorch&apos;s own operators layer by layer, about half as fast: take it to check a result, or to compare with PyTorch.</source>
        <translation>«Rápido» calcula la red entera de una vez donde es posible. «Referencia» pasa capa por capa por los operadores propios de LibTorch, más o menos a la mitad de velocidad: elíjalo para comprobar un resultado o para comparar con PyTorch.</translation>
    </message>
    <message>
        <source>Pre&amp;cision</source>
        <translation>Pre&amp;cisión</translation>
    </message>
    <message>
        <source>The numbers that are multiplied. bfloat16 keeps two to three digits of each, which is quicker; learning usually ends about as well, with other digits.</source>
        <translation>Los números que se multiplican. bfloat16 conserva de dos a tres cifras de cada uno, lo que es más rápido; el aprendizaje suele terminar igual de bien, con otras cifras.</translation>
    </message>
    <message>
        <source>Weights, sums and the optimiser stay float32. bfloat16 needs a processor with AVX512-BF16, and a network with max-pooling and ReLU.</source>
        <translation>Los pesos, las sumas y el optimizador siguen en float32. bfloat16 necesita un procesador con AVX512-BF16 y una red con max-pooling y ReLU.</translation>
    </message>
    <message>
        <source>&amp;Patience</source>
        <translation>&amp;Paciencia</translation>
    </message>
    <message>
        <source>Ends the training early when the test loss was not better for so many epochs in a row. Off trains all epochs.</source>
        <translation>Termina antes el entrenamiento cuando la pérdida de prueba no ha mejorado durante tantas épocas seguidas. Sin paciencia se entrenan todas las épocas.</translation>
    </message>
    <message>
        <source>What comes after the lowest test loss is overfitting. A few epochs of patience bear the ups and downs of chance; with 3 to 10 little time is lost. The test pictures then choose the end, so the accuracy on them flatters the network a little.</source>
        <translation>Lo que viene después de la pérdida de prueba más baja es sobreajuste. Unas épocas de paciencia soportan los altibajos del azar; con 3 a 10 se pierde poco tiempo. Las imágenes de prueba eligen entonces el final, así que la exactitud sobre ellas favorece un poco a la red.</translation>
    </message>
    <message>
        <source>Smallest change</source>
        <translation>Cambio mínimo</translation>
    </message>
    <message>
        <source>Only a test loss that is lower by more than this counts as better.</source>
        <translation>Solo cuenta como mejor una pérdida de prueba que baje más que esto.</translation>
    </message>
    <message>
        <source>Near its end a loss may creep down for a long time without making any difference. 0 counts every fall; 0.001 ends such a creep.</source>
        <translation>Cerca del final una pérdida puede bajar muy despacio durante mucho tiempo sin que cambie nada. Con 0 cuenta cualquier bajada; con 0,001 se termina ese avance lento.</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Conservar</translation>
    </message>
    <message>
        <source>Which weights count when the run has ended: those of its last epoch, or of the epoch with the lowest test loss.</source>
        <translation>Qué pesos cuentan al terminar la ejecución: los de la última época o los de la época con la pérdida de prueba más baja.</translation>
    </message>
    <message>
        <source>They are shown by the views and written by the exports. A run that goes on does so from its last epoch all the same.</source>
        <translation>Son los que muestran las vistas y escriben las exportaciones. Una ejecución que continúa lo hace de todos modos desde su última época.</translation>
    </message>
    <message>
        <source>Fro&amp;zen filters</source>
        <translation>Filtros con&amp;gelados</translation>
    </message>
    <message>
        <source>Filters that training leaves as they are, while everything around them learns. The button lets all of them learn again.</source>
        <translation>Filtros que el entrenamiento deja como están, mientras todo lo demás aprende. El botón deja que todos vuelvan a aprender.</translation>
    </message>
    <message>
        <source>Their numbers, their bias and what the optimiser remembers of them don&apos;t move, whatever the gradient says, and weight decay doesn&apos;t shrink them. Filters are frozen on the page Filters, where one can be operated on.</source>
        <translation>Sus números, su sesgo y lo que el optimizador recuerda de ellos no se mueven, diga lo que diga el gradiente, y el decaimiento de pesos no los encoge. Los filtros se congelan en la página Filtros, donde se puede operar uno.</translation>
    </message>
</context>
<context>
    <name>FrozenFilters</name>
    <message>
        <source>Frozen filters: there is no convolution block %1 in this network. Take its filters off the list.</source>
        <translation>Filtros congelados: no hay bloque de convolución %1 en esta red. Quite sus filtros de la lista.</translation>
    </message>
    <message>
        <source>Frozen filters: convolution block %1 has the filters 1 to %2, and no filter %3. Take it off the list.</source>
        <translation>Filtros congelados: el bloque de convolución %1 tiene los filtros 1 a %2, y ningún filtro %3. Quítelo de la lista.</translation>
    </message>
    <message>
        <source>convolution block %1: %2</source>
        <extracomment>%1 is a number, %2 a list of the numbers of its filters.</extracomment>
        <translation>bloque de convolución %1: %2</translation>
    </message>
    <message>
        <source>Frozen filters: filter %1 of convolution block %2 is named twice. Take it off the list once.</source>
        <translation>Filtros congelados: el filtro %1 del bloque de convolución %2 aparece dos veces. Quítelo de la lista una vez.</translation>
    </message>
</context>
<context>
    <name>JsonReader</name>
    <message>
        <source>%1: true or false is expected, but %2 was found.</source>
        <translation>%1: se esperaba true o false, pero se encontró %2.</translation>
    </message>
    <message>
        <source>%1: the whole number %2 is too large.</source>
        <translation>%1: el número entero %2 es demasiado grande.</translation>
    </message>
    <message>
        <source>%1: a whole number is expected, but %2 was found.</source>
        <translation>%1: se esperaba un número entero, pero se encontró %2.</translation>
    </message>
    <message>
        <source>%1: a number is expected, but %2 was found.</source>
        <translation>%1: se esperaba un número, pero se encontró %2.</translation>
    </message>
    <message>
        <source>%1: a text in quotes is expected, but %2 was found.</source>
        <translation>%1: se esperaba un texto entre comillas, pero se encontró %2.</translation>
    </message>
    <message>
        <source>%1: an object in braces is expected, but %2 was found.</source>
        <translation>%1: se esperaba un objeto entre llaves, pero se encontró %2.</translation>
    </message>
    <message>
        <source>%1: a list in square brackets is expected, but %2 was found.</source>
        <translation>%1: se esperaba una lista entre corchetes, pero se encontró %2.</translation>
    </message>
    <message>
        <source>%1: this setting is missing.</source>
        <translation>%1: falta este ajuste.</translation>
    </message>
    <message>
        <source>%1: unknown setting. Known here: %2.</source>
        <translation>%1: ajuste desconocido. Aquí se conocen: %2.</translation>
    </message>
    <message>
        <source>%1: unknown setting. Did you mean &quot;%2&quot;?</source>
        <translation>%1: ajuste desconocido. ¿Quiso decir «%2»?</translation>
    </message>
    <message>
        <source>%1: one of %2 is expected, but %3 was found.</source>
        <translation>%1: se esperaba uno de estos valores: %2; se encontró %3.</translation>
    </message>
</context>
<context>
    <name>LayerKind</name>
    <message>
        <source>Input</source>
        <translation>Entrada</translation>
    </message>
    <message>
        <source>Convolution</source>
        <translation>Convolución</translation>
    </message>
    <message>
        <source>Batch normalisation</source>
        <translation>Normalización por lotes</translation>
    </message>
    <message>
        <source>Activation</source>
        <translation>Activación</translation>
    </message>
    <message>
        <source>Max-pooling</source>
        <translation>Max-pooling</translation>
    </message>
    <message>
        <source>Flatten</source>
        <translation>Aplanado</translation>
    </message>
    <message>
        <source>Fully connected</source>
        <translation>Totalmente conectada</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
</context>
<context>
    <name>LayerSummary</name>
    <message>
        <source>A network can&apos;t be built for pictures of %1 × %1 pixels and %2 classes. Choose other data.</source>
        <translation>No se puede construir una red para imágenes de %1 × %1 píxeles y %2 clases. Elija otros datos.</translation>
    </message>
    <message>
        <source>Convolution block %1: it has no filters. Give it at least one.</source>
        <translation>Bloque de convolución %1: no tiene filtros. Póngale al menos uno.</translation>
    </message>
    <message>
        <source>Convolution block %1: the kernel size must be at least 1 and the padding at least 0.</source>
        <translation>Bloque de convolución %1: el tamaño del núcleo debe ser al menos 1 y el relleno al menos 0.</translation>
    </message>
    <message>
        <source>Convolution block %1: a kernel of %2 × %2 is larger than the %3 × %4 picture that reaches it, padding included. Choose a smaller kernel, more padding, or no max-pooling before it.</source>
        <translation>Bloque de convolución %1: un núcleo de %2 × %2 es más grande que la imagen de %3 × %4 que le llega, con el relleno incluido. Elija un núcleo más pequeño, más relleno o ningún max-pooling antes.</translation>
    </message>
    <message>
        <source>Convolution block %1: it would turn one picture into %2 numbers, more than can be handled. Choose fewer filters or less padding.</source>
        <translation>Bloque de convolución %1: convertiría una imagen en %2 números, más de los que se pueden manejar. Elija menos filtros o menos relleno.</translation>
    </message>
    <message>
        <source>Convolution block %1: max-pooling would leave nothing of a picture of %2 × %3. Switch max-pooling off in this block or in one before it.</source>
        <translation>Bloque de convolución %1: el max-pooling no dejaría nada de una imagen de %2 × %3. Desactive el max-pooling en este bloque o en uno anterior.</translation>
    </message>
    <message>
        <source>Hidden layer %1: it has no neurons. Give it at least one.</source>
        <translation>Capa oculta %1: no tiene neuronas. Póngale al menos una.</translation>
    </message>
</context>
<context>
    <name>MapsTable</name>
    <message>
        <source>%1, map %2</source>
        <translation>%1, mapa %2</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Probability</source>
        <translation>Probabilidad</translation>
    </message>
</context>
<context>
    <name>MapsTexts</name>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoide</translation>
    </message>
    <message>
        <source>Keeps what is above zero, sets the rest to zero.</source>
        <translation>Deja lo que está por encima de cero y pone lo demás a cero.</translation>
    </message>
    <message>
        <source>Keeps what is above zero; of the rest a hundredth is left.</source>
        <translation>Deja lo que está por encima de cero; de lo demás queda la centésima parte.</translation>
    </message>
    <message>
        <source>Presses every number between −1 and 1.</source>
        <translation>Comprime cada número entre −1 y 1.</translation>
    </message>
    <message>
        <source>Presses every number between 0 and 1.</source>
        <translation>Comprime cada número entre 0 y 1.</translation>
    </message>
    <message>
        <source>Each map: the picture, searched by a window of %1 with its own weights.</source>
        <translation>Cada mapa: una ventana de %1 con sus propios pesos recorre la imagen.</translation>
    </message>
    <message>
        <source>Each map: a window of %1 slides over all maps on the left and adds up.</source>
        <translation>Cada mapa: una ventana de %1 que recorre y suma todos los de la izquierda.</translation>
    </message>
    <message>
        <source>Convolution %1</source>
        <translation>Convolución %1</translation>
    </message>
    <message>
        <source>Batch norm. %1</source>
        <translation>Norm. por lotes %1</translation>
    </message>
    <message>
        <source>Max-pooling %1</source>
        <translation>Max-pooling %1</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Hidden layer %1</source>
        <translation>Capa oculta %1</translation>
    </message>
    <message>
        <source>The picture as the network gets it: numbers from 0 (black) to 1.</source>
        <translation>La imagen como la recibe la red: números de 0 (negro) a 1.</translation>
    </message>
    <message>
        <source>Brings each map to a usual mean and spread.</source>
        <translation>Lleva cada mapa a una media y una dispersión habituales.</translation>
    </message>
    <message>
        <source>Of every 2 × 2 numbers the largest goes on.</source>
        <translation>De cada 2 × 2 números sigue el mayor.</translation>
    </message>
    <message>
        <source>All maps&apos; numbers, in one long row.</source>
        <translation>Los números de todos los mapas, en una sola fila.</translation>
    </message>
    <message>
        <source>Silences neurons by chance, but only in training: here nothing changes.</source>
        <translation>Calla neuronas al azar, pero solo al entrenar: aquí no cambia nada.</translation>
    </message>
    <message>
        <source>One sum for each class, turned into probabilities.</source>
        <translation>Una suma por clase, convertida en probabilidades.</translation>
    </message>
    <message>
        <source>Each neuron: a weighted sum of all numbers on the left.</source>
        <translation>Cada neurona: una suma ponderada de todos los números de la izquierda.</translation>
    </message>
    <message>
        <source>%1, number %2</source>
        <translation>%1, número %2</translation>
    </message>
    <message>
        <source>%1, map %2</source>
        <translation>%1, mapa %2</translation>
    </message>
    <message>
        <source>Row %1, column %2</source>
        <translation>Fila %1, columna %2</translation>
    </message>
    <message>
        <source>%1 to %2 of %3</source>
        <translation>%1 a %2 de %3</translation>
    </message>
    <message>
        <source>each its own</source>
        <translation>cada uno la suya</translation>
    </message>
    <message>
        <source>Untrained</source>
        <translation>Sin entrenar</translation>
    </message>
    <message>
        <source>After %1 batches</source>
        <translation>Tras %1 lotes</translation>
    </message>
</context>
<context>
    <name>NumberFormat</name>
    <message>
        <source>%1&#xa0;%</source>
        <extracomment>A share of a hundred; the space does not break the line.</extracomment>
        <translation>%1&#xa0;%</translation>
    </message>
</context>
<context>
    <name>Output</name>
    <message>
        <source>The output can&apos;t be written any more: %1.</source>
        <translation>Ya no se puede escribir la salida: %1.</translation>
    </message>
</context>
<context>
    <name>PresetFiles</name>
    <message>
        <source>“%1” could not be deleted: %2</source>
        <translation>No se pudo borrar «%1»: %2</translation>
    </message>
    <message>
        <source>There is no preset “%1” in %2.</source>
        <translation>No hay ningún preajuste «%1» en %2.</translation>
    </message>
</context>
<context>
    <name>Presets</name>
    <message>
        <source>A convolutional network with small batches and a common learning rate: watch both losses fall fast and stay close together.</source>
        <translation>Una red convolucional con lotes pequeños y una tasa de aprendizaje habitual: observe cómo las dos pérdidas bajan rápido y se mantienen juntas.</translation>
    </message>
    <message>
        <source>The same network with a learning rate a hundred times smaller and large batches: watch how smoothly and how slowly it learns.</source>
        <translation>La misma red con una tasa de aprendizaje cien veces menor y lotes grandes: observe con qué suavidad y con qué lentitud aprende.</translation>
    </message>
    <message>
        <source>Like cnn-2, but for 100 epochs: watch how far patience alone brings it, and how long it takes.</source>
        <translation>Como cnn-2, pero durante 100 épocas: observe hasta dónde llega solo con paciencia y cuánto tarda.</translation>
    </message>
    <message>
        <source>One wide hidden layer and no convolution: watch the test loss turn and rise while the training loss keeps falling. That is overfitting.</source>
        <translation>Una sola capa oculta ancha y ninguna convolución: observe cómo la pérdida de prueba da la vuelta y sube mientras la de entrenamiento sigue bajando. Eso es el sobreajuste (overfitting).</translation>
    </message>
    <message>
        <source>A quarter of the neurons of mlp-2048 and larger batches: watch how much later the overfitting begins.</source>
        <translation>La cuarta parte de las neuronas de mlp-2048 y lotes más grandes: observe cuánto más tarde empieza el sobreajuste.</translation>
    </message>
    <message>
        <source>A small network on 10,000 pictures, done in about half a minute: watch the loss fall and the accuracy rise.</source>
        <translation>Una red pequeña con 10.000 imágenes, lista en más o menos medio minuto: observe cómo baja la pérdida y sube la exactitud.</translation>
    </message>
    <message>
        <source>The preset has no name. Give it one.</source>
        <translation>El preajuste no tiene nombre. Póngale uno.</translation>
    </message>
    <message>
        <source>The name of the preset has %1 characters. Use at most %2.</source>
        <translation>El nombre del preajuste tiene %1 caracteres. Use como máximo %2.</translation>
    </message>
    <message>
        <source>The name of the preset has a line break or another control character. Take it out.</source>
        <translation>El nombre del preajuste tiene un salto de línea u otro carácter de control. Quítelo.</translation>
    </message>
    <message>
        <source>%1 is one of the program&apos;s own presets. Choose another name.</source>
        <translation>%1 es uno de los preajustes del propio programa. Elija otro nombre.</translation>
    </message>
    <message>
        <source>There is another preset with the name %1. Change one of them.</source>
        <translation>Hay otro preajuste con el nombre %1. Cambie uno de los dos.</translation>
    </message>
    <message>
        <source>There is no folder for presets. Is HOME set?</source>
        <translation>No hay carpeta para los preajustes. ¿Está definida HOME?</translation>
    </message>
    <message>
        <source>The preset %1 has a setting that can&apos;t be saved. Correct the settings first.</source>
        <translation>El preajuste %1 tiene un ajuste que no se puede guardar. Corrija antes los ajustes.</translation>
    </message>
    <message>
        <source>There is no preset &quot;%1&quot;. There are: %2.</source>
        <translation>No hay ningún preajuste «%1». Hay estos: %2.</translation>
    </message>
</context>
<context>
    <name>ProgressPrinter</name>
    <message>
        <source>Finished after %1.</source>
        <translation>Finalizada tras %1.</translation>
    </message>
    <message>
        <source>Stopped in epoch %1 after %2.</source>
        <translation>Detenida en la época %1 tras %2.</translation>
    </message>
    <message numerus="yes">
        <source>%1: %2 parameters, %3 training pictures, batches of %4, %n thread(s), %5</source>
        <translation>
            <numerusform>%1: %2 parámetros, %3 imágenes de entrenamiento, lotes de %4, %n hilo, %5</numerusform>
            <numerusform>%1: %2 parámetros, %3 imágenes de entrenamiento, lotes de %4, %n hilos, %5</numerusform>
        </translation>
    </message>
    <message>
        <source>epoch %1 of %2   batch %3 of %4   loss %5   accuracy %6   %7 pictures/s   %8 left</source>
        <translation>época %1 de %2   lote %3 de %4   pérdida %5   exactitud %6   %7 imágenes/s   faltan %8</translation>
    </message>
    <message>
        <source>%1&#xa0;%</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>epoch %1 of %2   train %3, %4   test %5, %6   %7 pictures/s   %8</source>
        <translation>época %1 de %2   entren. %3, %4   prueba %5, %6   %7 imágenes/s   %8</translation>
    </message>
</context>
<context>
    <name>RangeChecker</name>
    <message>
        <source>%1: %2 is out of range. Choose a number from %3 to %4.</source>
        <translation>%1: %2 está fuera de rango. Elija un número de %3 a %4.</translation>
    </message>
    <message>
        <source>%1: %2 is out of range. Choose a number above %3 and at most %4.</source>
        <translation>%1: %2 está fuera de rango. Elija un número mayor que %3 y no mayor que %4.</translation>
    </message>
    <message>
        <source>%1: %2 is out of range. Choose a number that is at least %3 and below %4.</source>
        <translation>%1: %2 está fuera de rango. Elija un número desde %3 y menor que %4.</translation>
    </message>
    <message>
        <source>%1: %2 is out of range. Only %3 is possible here.</source>
        <translation>%1: %2 está fuera de rango. Aquí solo es posible %3.</translation>
    </message>
    <message>
        <source>%1: %2 is out of range. Choose a whole number from %3 to %4.</source>
        <translation>%1: %2 está fuera de rango. Elija un número entero de %3 a %4.</translation>
    </message>
</context>
<context>
    <name>RateSearch</name>
    <message>
        <source>The learning rate must rise: from a number above 0 to a larger one, at most %1.</source>
        <translation>La tasa de aprendizaje debe subir: de un número mayor que 0 a otro más grande, como máximo %1.</translation>
    </message>
    <message>
        <source>Choose %1 to %2 steps.</source>
        <translation>Elija de %1 a %2 pasos.</translation>
    </message>
</context>
<context>
    <name>RateVerdict</name>
    <message>
        <source>Steepest at %1: here the loss falls fastest, so here each step teaches the network most.</source>
        <translation>Máxima pendiente en %1: aquí la pérdida baja más deprisa, así que aquí cada paso enseña más a la red.</translation>
    </message>
    <message>
        <source>Breaking point at %1: from here on the steps are so large that they undo what was learned, and the loss rises.</source>
        <translation>Punto de ruptura en %1: a partir de aquí los pasos son tan grandes que deshacen lo aprendido, y la pérdida sube.</translation>
    </message>
    <message>
        <source>No breaking point: the loss still falls at the largest rate that was tried. Search up to a larger one.</source>
        <translation>No hay punto de ruptura: la pérdida sigue bajando con la tasa más grande que se probó. Busque hasta una mayor.</translation>
    </message>
    <message>
        <source>Suggestion: %1, a tenth of the breaking point. The steepest point lies too near to it to be safe over many epochs.</source>
        <translation>Propuesta: %1, la décima parte del punto de ruptura. El de máxima pendiente está demasiado cerca de él para ser seguro durante muchas épocas.</translation>
    </message>
    <message>
        <source>Suggestion: %1, the steepest point; it is at least ten times below the breaking point, so it is safe, too.</source>
        <translation>Propuesta: %1, el punto de máxima pendiente; está al menos diez veces por debajo del de ruptura, así que además es seguro.</translation>
    </message>
    <message>
        <source>Suggestion: %1, the steepest point.</source>
        <translation>Propuesta: %1, el punto de máxima pendiente.</translation>
    </message>
    <message>
        <source>Nothing can be suggested: the loss does not fall at any of these rates. Search up to a larger rate, or with more steps.</source>
        <translation>No se puede proponer nada: la pérdida no baja con ninguna de estas tasas. Busque hasta una tasa mayor o con más pasos.</translation>
    </message>
    <message>
        <source>Nothing can be suggested: the loss only rises. Begin the search at a smaller rate.</source>
        <translation>No se puede proponer nada: la pérdida solo sube. Empiece la búsqueda con una tasa menor.</translation>
    </message>
    <message>
        <source>Nothing can be suggested yet: the search was too short.</source>
        <translation>Todavía no se puede proponer nada: la búsqueda fue demasiado corta.</translation>
    </message>
</context>
<context>
    <name>SettingName</name>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Convolution blocks</source>
        <translation>Bloques de convolución</translation>
    </message>
    <message>
        <source>Filters of convolution block %1</source>
        <translation>Filtros del bloque de convolución %1</translation>
    </message>
    <message>
        <source>Kernel size of convolution block %1</source>
        <translation>Tamaño del núcleo del bloque de convolución %1</translation>
    </message>
    <message>
        <source>Padding of convolution block %1</source>
        <translation>Relleno del bloque de convolución %1</translation>
    </message>
    <message>
        <source>Batch normalisation of convolution block %1</source>
        <translation>Normalización por lotes del bloque de convolución %1</translation>
    </message>
    <message>
        <source>Activation of convolution block %1</source>
        <translation>Activación del bloque de convolución %1</translation>
    </message>
    <message>
        <source>Max-pooling of convolution block %1</source>
        <translation>Max-pooling del bloque de convolución %1</translation>
    </message>
    <message>
        <source>Hidden layers</source>
        <translation>Capas ocultas</translation>
    </message>
    <message>
        <source>Neurons of hidden layer %1</source>
        <translation>Neuronas de la capa oculta %1</translation>
    </message>
    <message>
        <source>Activation of hidden layer %1</source>
        <translation>Activación de la capa oculta %1</translation>
    </message>
    <message>
        <source>Dropout of hidden layer %1</source>
        <translation>Dropout de la capa oculta %1</translation>
    </message>
    <message>
        <source>Optimiser</source>
        <translation>Optimizador</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Tasa de aprendizaje</translation>
    </message>
    <message>
        <source>Momentum</source>
        <translation>Impulso</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Decaimiento de pesos</translation>
    </message>
    <message>
        <source>Schedule</source>
        <translation>Plan</translation>
    </message>
    <message>
        <source>Epochs per step</source>
        <translation>Épocas por escalón</translation>
    </message>
    <message>
        <source>Factor per step</source>
        <translation>Factor por escalón</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Tamaño de lote</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Épocas</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Hilos</translation>
    </message>
    <message>
        <source>Training pictures</source>
        <translation>Imágenes de entrenamiento</translation>
    </message>
    <message>
        <source>Wrong labels</source>
        <translation>Etiquetas erróneas</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Espejo</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Traslación</translation>
    </message>
    <message>
        <source>Turn</source>
        <translation>Giro</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Escala</translation>
    </message>
    <message>
        <source>Noise</source>
        <translation>Ruido</translation>
    </message>
    <message>
        <source>Erase</source>
        <translation>Borrado</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Computation</source>
        <translation>Cálculo</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisión</translation>
    </message>
    <message>
        <source>Patience</source>
        <translation>Paciencia</translation>
    </message>
    <message>
        <source>Smallest change</source>
        <translation>Cambio mínimo</translation>
    </message>
    <message>
        <source>Keep the weights of</source>
        <translation>Conservar los pesos de</translation>
    </message>
    <message>
        <source>Frozen filters</source>
        <translation>Filtros congelados</translation>
    </message>
    <message>
        <source>Frozen filter, entry %1: convolution block</source>
        <translation>Filtro congelado, entrada %1: bloque de convolución</translation>
    </message>
    <message>
        <source>Frozen filter, entry %1: filter</source>
        <translation>Filtro congelado, entrada %1: filtro</translation>
    </message>
</context>
<context>
    <name>SettingValue</name>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>ReLU</source>
        <translation>ReLU</translation>
    </message>
    <message>
        <source>Leaky ReLU</source>
        <translation>Leaky ReLU</translation>
    </message>
    <message>
        <source>Tanh</source>
        <translation>Tanh</translation>
    </message>
    <message>
        <source>Sigmoid</source>
        <translation>Sigmoide</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>constante</translation>
    </message>
    <message>
        <source>step</source>
        <translation>escalonada</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>coseno</translation>
    </message>
    <message>
        <source>one-cycle</source>
        <translation>un ciclo</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>rápido</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>referencia</translation>
    </message>
    <message>
        <source>last epoch</source>
        <translation>última época</translation>
    </message>
    <message>
        <source>best epoch</source>
        <translation>mejor época</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>sí</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todas</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automático</translation>
    </message>
    <message>
        <source>off</source>
        <translation>sin</translation>
    </message>
</context>
<context>
    <name>Validator</name>
    <message>
        <source>Name: use at most %1 characters, and no line breaks or other control characters.</source>
        <translation>Nombre: use como máximo %1 caracteres, sin saltos de línea ni otros caracteres de control.</translation>
    </message>
    <message>
        <source>Batch size: %1 is more than the %2 training pictures in use. Choose a whole number from 1 to %2, or use more training pictures.</source>
        <translation>Tamaño de lote: %1 es más que las %2 imágenes de entrenamiento en uso. Elija un número entero de 1 a %2, o use más imágenes de entrenamiento.</translation>
    </message>
    <message>
        <source>Batch size: with %1, a batch with a single picture occurs, and batch normalisation in convolution block %2 can&apos;t work with that, because its picture has shrunk to 1 × 1. Choose another batch size, or switch batch normalisation off in that block.</source>
        <translation>Tamaño de lote: con %1 resulta un lote de una sola imagen, y la normalización por lotes del bloque de convolución %2 no puede trabajar con él, porque su imagen se ha reducido a 1 × 1. Elija otro tamaño de lote o desactive la normalización por lotes en ese bloque.</translation>
    </message>
    <message>
        <source>The network: training it would need about %1 MB of memory, and %2 MB may be used. Lower the neurons of the hidden layers or the filters.</source>
        <translation>La red: entrenarla necesitaría unos %1 MB de memoria, y se pueden usar %2 MB. Reduzca las neuronas de las capas ocultas o los filtros.</translation>
    </message>
    <message>
        <source>Batch size: training would need about %1 MB of memory, and %2 MB may be used. Lower the batch size or the filters.</source>
        <translation>Tamaño de lote: el entrenamiento necesitaría unos %1 MB de memoria, y se pueden usar %2 MB. Reduzca el tamaño de lote o los filtros.</translation>
    </message>
    <message>
        <source>Training pictures: %1 is out of range, there are %2. Choose a smaller number, or 0 for all.</source>
        <translation>Imágenes de entrenamiento: %1 está fuera de rango, hay %2. Elija un número menor, o 0 para todas.</translation>
    </message>
    <message>
        <source>Precision: this processor can&apos;t multiply in bfloat16 (it has no AVX512-BF16). Choose float32.</source>
        <translation>Precisión: este procesador no puede multiplicar en bfloat16 (no tiene AVX512-BF16). Elija float32.</translation>
    </message>
    <message>
        <source>Precision: the reference computation knows float32 only. Choose float32, or the fast computation.</source>
        <translation>Precisión: el cálculo de referencia solo conoce float32. Elija float32 o el cálculo rápido.</translation>
    </message>
    <message>
        <source>Precision: bfloat16 needs max-pooling and no batch normalisation in every convolution block, and ReLU or leaky ReLU everywhere. Change the network, or choose float32.</source>
        <translation>Precisión: bfloat16 necesita max-pooling y ninguna normalización por lotes en cada bloque de convolución, y ReLU o leaky ReLU en todas partes. Cambie la red o elija float32.</translation>
    </message>
</context>
<context>
    <name>convscope::AboutBox</name>
    <message>
        <source>&lt;h3&gt;ConvScope %1&lt;/h3&gt;&lt;p&gt;Train small convolutional networks and look inside them while they learn.&lt;/p&gt;&lt;p&gt;Free software under the GNU General Public License, version 3 or later.&lt;/p&gt;</source>
        <translation>&lt;h3&gt;ConvScope %1&lt;/h3&gt;&lt;p&gt;Entrenar pequeñas redes convolucionales y mirar dentro de ellas mientras aprenden.&lt;/p&gt;&lt;p&gt;Software libre bajo la Licencia Pública General de GNU, versión 3 o posterior.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>About ConvScope</source>
        <translation>Acerca de ConvScope</translation>
    </message>
</context>
<context>
    <name>convscope::Anatomist</name>
    <message>
        <source>This unit can&apos;t be taken apart: its layer and the weights don&apos;t belong together.</source>
        <translation>No se puede desarmar esta unidad: su capa y los pesos no corresponden.</translation>
    </message>
</context>
<context>
    <name>convscope::ArchitectureEditor</name>
    <message>
        <source>Add convolution block</source>
        <translation>Añadir convolución</translation>
    </message>
    <message>
        <source>One more block of filters, which combines the patterns that the blocks before it find.</source>
        <translation>Un bloque más de filtros, que combina los patrones que encuentran los bloques anteriores.</translation>
    </message>
    <message>
        <source>Add hidden layer</source>
        <translation>Añadir capa oculta</translation>
    </message>
    <message>
        <source>One more layer of neurons between what the filters find and the classes.</source>
        <translation>Una capa más de neuronas entre lo que encuentran los filtros y las clases.</translation>
    </message>
    <message>
        <source>Without convolution blocks the network is a multilayer perceptron: it sees pixels, not their neighbours.</source>
        <translation>Sin bloques de convolución, la red es un perceptrón multicapa: ve píxeles, no sus vecinos.</translation>
    </message>
    <message>
        <source>Each row is one layer: what it hands on for one picture (maps × rows × columns), how many numbers it learns, and how many multiplications it takes. Most parameters usually sit in the first hidden layer, most multiplications in the convolutions.</source>
        <translation>Cada fila es una capa: lo que entrega para una imagen (mapas × filas × columnas), cuántos números aprende y cuántas multiplicaciones requiere. La mayoría de los parámetros suele estar en la primera capa oculta; la mayoría de las multiplicaciones, en las convoluciones.</translation>
    </message>
</context>
<context>
    <name>convscope::AtomicFile</name>
    <message>
        <source>The file %1 cannot be written, because a folder with this name exists. Choose another name.</source>
        <translation>No se puede escribir el archivo %1 porque existe una carpeta con este nombre. Elija otro nombre.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written, because a device or pipe has this name. Choose another name.</source>
        <translation>No se puede escribir el archivo %1 porque un dispositivo o una tubería tiene este nombre. Elija otro nombre.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be made, so the file %2 was not written. Choose another folder.</source>
        <translation>No se puede crear la carpeta %1, así que no se escribió el archivo %2. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>The file %1 was not written completely. Check the free space of the disk and try again.</source>
        <translation>El archivo %1 no se escribió por completo. Compruebe el espacio libre del disco e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>The file %1 cannot be written: %2. Check the free space and the permissions of the folder.</source>
        <translation>No se puede escribir el archivo %1: %2. Compruebe el espacio libre y los permisos de la carpeta.</translation>
    </message>
</context>
<context>
    <name>convscope::ClassNames</name>
    <message>
        <source>T-shirt/top</source>
        <translation>Camiseta</translation>
    </message>
    <message>
        <source>Trouser</source>
        <translation>Pantalón</translation>
    </message>
    <message>
        <source>Pullover</source>
        <translation>Pulóver</translation>
    </message>
    <message>
        <source>Dress</source>
        <translation>Vestido</translation>
    </message>
    <message>
        <source>Coat</source>
        <translation>Campera</translation>
    </message>
    <message>
        <source>Sandal</source>
        <translation>Sandalia</translation>
    </message>
    <message>
        <source>Shirt</source>
        <translation>Camisa</translation>
    </message>
    <message>
        <source>Sneaker</source>
        <translation>Zapatilla</translation>
    </message>
    <message>
        <source>Bag</source>
        <translation>Bolso</translation>
    </message>
    <message>
        <source>Ankle boot</source>
        <translation>Bota</translation>
    </message>
</context>
<context>
    <name>convscope::ClassNamesFile</name>
    <message>
        <source>The file %1 is not UTF-8 text; one class name a line is expected. Save it again as UTF-8.</source>
        <translation>El archivo %1 no es texto UTF-8; se esperaba un nombre de clase por línea. Guárdelo de nuevo como UTF-8.</translation>
    </message>
    <message>
        <source>The file %1 has %2 bytes; at most %3 are expected in a list of class names. Shorten it.</source>
        <translation>El archivo %1 tiene %2 bytes; en una lista de nombres de clases se esperaban como máximo %3. Acórtelo.</translation>
    </message>
    <message>
        <source>Line %1 of the file %2 is empty; one class name a line is expected. Fill it in or delete it.</source>
        <translation>La línea %1 del archivo %2 está vacía; se esperaba un nombre de clase por línea. Complétela o bórrela.</translation>
    </message>
    <message>
        <source>The file %1 has %2 class names; from 2 to 256 are expected, one a line. Correct it or remove it.</source>
        <translation>El archivo %1 tiene %2 nombres de clases; se esperaban de 2 a 256, uno por línea. Corríjalo o quítelo.</translation>
    </message>
</context>
<context>
    <name>convscope::ColorLegend</name>
    <message>
        <source>Colour scale from %1 to %2</source>
        <translation>Escala de colores de %1 a %2</translation>
    </message>
    <message>
        <source>Blue: below zero. Red: above zero. The stronger the colour, the larger the number.</source>
        <translation>Azul: por debajo de cero. Rojo: por encima de cero. Cuanto más fuerte es el color, mayor es el número.</translation>
    </message>
    <message>
        <source>The brighter, the larger the number.</source>
        <translation>Cuanto más claro, mayor es el número.</translation>
    </message>
</context>
<context>
    <name>convscope::CompareController</name>
    <message>
        <source>“%1” can&apos;t be trained: %2</source>
        <translation>«%1» no se puede entrenar: %2</translation>
    </message>
    <message>
        <source>The run was stopped, so those that waited after it are not trained.</source>
        <translation>La ejecución se detuvo, así que las que esperaban detrás no se entrenan.</translation>
    </message>
    <message>
        <source>“%1” is being trained or waits in the queue already.</source>
        <translation>«%1» ya se está entrenando o espera en la cola.</translation>
    </message>
    <message>
        <source>Run %1 has been trained with these settings already.</source>
        <translation>La ejecución %1 ya se entrenó con estos ajustes.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln runs are trained one after the other.</source>
        <translation>
            <numerusform>Se entrena %Ln ejecución.</numerusform>
            <numerusform>Se entrenan %Ln ejecuciones, una tras otra.</numerusform>
        </translation>
    </message>
    <message>
        <source>“%1” waits in the queue. It is trained when what was begun before has ended.</source>
        <translation>«%1» espera en la cola. Se entrenará cuando termine lo que empezó antes.</translation>
    </message>
</context>
<context>
    <name>convscope::CompareCoordinates</name>
    <message>
        <source>Run</source>
        <translation>Ejecución</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Ajuste</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>With two runs or more, each shows here as a line through its settings and its accuracy.</source>
        <translation>Con dos ejecuciones o más, cada una aparece aquí como una línea que pasa por sus ajustes y su exactitud.</translation>
    </message>
    <message>
        <source>Each line is a run: it goes through its settings and ends at its test accuracy. Lines that end high and bundle somewhere show what helps. Those that are not ticked are coloured by their accuracy, from dark (lowest) to bright (highest). A line has a gap where the run has no such setting.</source>
        <translation>Cada línea es una ejecución: pasa por sus ajustes y acaba en su exactitud de prueba. Las que acaban arriba y se juntan en algún punto muestran lo que ayuda. Las que no están marcadas se colorean según su exactitud, de oscuro (la menor) a claro (la mayor). Una línea se interrumpe donde la ejecución no tiene ese ajuste.</translation>
    </message>
</context>
<context>
    <name>convscope::CompareCurves</name>
    <message>
        <source>Tick runs in the table above to draw their curves here.</source>
        <translation>Marque ejecuciones en la tabla de arriba para dibujar aquí sus curvas.</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Pérdida</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nats</translation>
    </message>
    <message>
        <source>epochs trained</source>
        <translation>épocas entrenadas</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Exactitud</translation>
    </message>
    <message>
        <source>Losses of the ticked runs</source>
        <translation>Pérdidas de las ejecuciones marcadas</translation>
    </message>
    <message>
        <source>Accuracies of the ticked runs</source>
        <translation>Exactitudes de las ejecuciones marcadas</translation>
    </message>
    <message>
        <source>%1: test %2</source>
        <comment>run and its last value</comment>
        <translation>%1: prueba %2</translation>
    </message>
    <message>
        <source>epoch %L1</source>
        <translation>época %L1</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecución</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Época</translation>
    </message>
    <message>
        <source>Train loss</source>
        <translation>Pérdida de entrenamiento</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>Pérdida de prueba</translation>
    </message>
    <message>
        <source>Train accuracy</source>
        <translation>Exactitud de entrenamiento</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>Exactitud de prueba</translation>
    </message>
    <message>
        <source>━━ test   ╍╍ train</source>
        <translation>━━ prueba   ╍╍ entrenamiento</translation>
    </message>
</context>
<context>
    <name>convscope::CompareDisagreements</name>
    <message>
        <source>Tick exactly two runs in the table above: here you will see the test pictures that only one of them recognises.</source>
        <translation>Marque exactamente dos ejecuciones en la tabla de arriba: aquí verá las imágenes de prueba que solo una de ellas reconoce.</translation>
    </message>
    <message>
        <source>The pictures are still being read.</source>
        <translation>Las imágenes todavía se están leyendo.</translation>
    </message>
    <message>
        <source>“%1” has not trained a whole epoch yet.</source>
        <translation>«%1» aún no ha entrenado una época completa.</translation>
    </message>
    <message>
        <source>“%1” was tested with other pictures than those that are open.</source>
        <translation>«%1» se probó con otras imágenes que las que están abiertas.</translation>
    </message>
    <message>
        <source>The answers that are kept don&apos;t belong to the pictures that are open.</source>
        <translation>Las respuestas guardadas no corresponden a las imágenes abiertas.</translation>
    </message>
    <message>
        <source>&amp;Difference of the confusion matrices</source>
        <translation>&amp;Diferencia de las matrices de confusión</translation>
    </message>
    <message>
        <source>What the first run calls more often than the second, and less often, class by class.</source>
        <translation>Qué responde la primera ejecución más a menudo que la segunda, y menos a menudo, clase por clase.</translation>
    </message>
    <message>
        <source>Only “%1” is right: %2</source>
        <translation>Solo «%1» acierta: %2</translation>
    </message>
    <message>
        <source>Test picture %1: %2. The other run takes it for: %3.</source>
        <translation>Imagen de prueba %1: %2. La otra ejecución la toma por: %3.</translation>
    </message>
    <message>
        <source>Test picture</source>
        <translation>Imagen de prueba</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>First says</source>
        <translation>La primera dice</translation>
    </message>
    <message>
        <source>Second says</source>
        <translation>La segunda dice</translation>
    </message>
    <message>
        <source>Show both in the feature &amp;maps</source>
        <translation>Ver ambas en los &amp;mapas de características</translation>
    </message>
    <message>
        <source>All pages that look inside show the first of the two, with the second beside it.</source>
        <translation>Todas las páginas que miran dentro muestran la primera de las dos, con la segunda al lado.</translation>
    </message>
    <message>
        <source>With the weights that each keeps (epoch %L1 and epoch %L2) both are right</source>
        <translation>Con los pesos que conserva cada una (época %L1 y época %L2), ambas aciertan</translation>
    </message>
    <message>
        <source>After their last epochs both are right</source>
        <translation>Tras sus últimas épocas, ambas aciertan</translation>
    </message>
    <message>
        <source>%1 on %2 of %3 test pictures, both wrong on %4. Choose a picture, and every page shows it, both runs beside each other.</source>
        <translation>%1 en %2 de %3 imágenes de prueba y ambas fallan en %4. Elija una imagen y todas las páginas la mostrarán, con ambas ejecuciones una junto a otra.</translation>
    </message>
</context>
<context>
    <name>convscope::CompareDuel</name>
    <message>
        <source>&amp;Duel…</source>
        <translation>&amp;Duelo…</translation>
    </message>
    <message>
        <source>Train a second run like the selected one, with one setting changed and the same seed.</source>
        <translation>Entrena una segunda ejecución igual a la seleccionada, con un ajuste cambiado y la misma semilla.</translation>
    </message>
    <message>
        <source>&amp;Repeat over so many seeds</source>
        <translation>&amp;Repetir con tantas semillas</translation>
    </message>
    <message>
        <source>Train both again with other seeds, one after the other in the queue: then it shows whether the difference is more than chance.</source>
        <translation>Entrena ambas de nuevo con otras semillas, una tras otra en la cola: así se ve si la diferencia es más que azar.</translation>
    </message>
    <message>
        <source>Number of seeds</source>
        <translation>Número de semillas</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>Exactitud de prueba</translation>
    </message>
    <message>
        <source>epochs trained</source>
        <translation>épocas entrenadas</translation>
    </message>
    <message>
        <source>Test accuracies of both sides</source>
        <translation>Exactitudes de prueba de ambos lados</translation>
    </message>
    <message>
        <source>A duel: two runs that differ in one thing, so that you can tell what it does.</source>
        <translation>Un duelo: dos ejecuciones que difieren en una sola cosa, para que se vea qué efecto tiene.</translation>
    </message>
    <message>
        <source>Tick exactly two runs in the table above; or select one and press “Duel…” to train its opponent.</source>
        <translation>Marque exactamente dos ejecuciones en la tabla de arriba, o seleccione una y pulse «Duelo…» para entrenar a su rival.</translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 contra %2</translation>
    </message>
    <message>
        <source>Both have been trained with %L1 seeds already.</source>
        <translation>Ambas ya se han entrenado con %L1 semillas.</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>First</source>
        <translation>Primera</translation>
    </message>
    <message>
        <source>Second</source>
        <translation>Segunda</translation>
    </message>
    <message>
        <source>Difference in points</source>
        <translation>Diferencia en puntos</translation>
    </message>
    <message>
        <source>Show both in the feature &amp;maps</source>
        <translation>Ver ambas en los &amp;mapas de características</translation>
    </message>
    <message>
        <source>All pages that look inside show the first of the two, with the second beside it.</source>
        <translation>Todas las páginas que miran dentro muestran la primera de las dos, con la segunda al lado.</translation>
    </message>
    <message>
        <source>&amp;Duel against run %1…</source>
        <translation>&amp;Duelo contra la ejecución %1…</translation>
    </message>
    <message numerus="yes">
        <source>%1, mean of %Ln seeds</source>
        <translation>
            <numerusform>%1, media de %Ln semilla</numerusform>
            <numerusform>%1, media de %Ln semillas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::CompareOverfitting</name>
    <message>
        <source>&amp;Provoke it</source>
        <translation>&amp;Provocarlo</translation>
    </message>
    <message>
        <source>Try a cure:</source>
        <translation>Probar un remedio:</translation>
    </message>
    <message>
        <source>Dropout</source>
        <translation>Dropout</translation>
    </message>
    <message>
        <source>Weight decay</source>
        <translation>Decaimiento de pesos</translation>
    </message>
    <message>
        <source>Augmentation</source>
        <translation>Aumento de datos</translation>
    </message>
    <message>
        <source>Stop at the best</source>
        <translation>Parar en la mejor</translation>
    </message>
    <message>
        <source>Half of the hidden neurons are silenced at random in every step.</source>
        <translation>La mitad de las neuronas ocultas se silencia al azar en cada paso.</translation>
    </message>
    <message>
        <source>All weights are pulled towards zero: 0.003.</source>
        <translation>Todos los pesos se atraen hacia cero: 0,003.</translation>
    </message>
    <message>
        <source>Every picture is shifted by up to 2 pixels each time it is shown.</source>
        <translation>Cada imagen se desplaza hasta 2 píxeles cada vez que se muestra.</translation>
    </message>
    <message>
        <source>Ends after 3 epochs without a lower test loss and keeps the best weights.</source>
        <translation>Termina tras 3 épocas sin una pérdida de prueba menor y conserva los mejores pesos.</translation>
    </message>
    <message>
        <source>Trains the selected run again with that, as a duel.</source>
        <translation>Entrena de nuevo la ejecución seleccionada con eso, como un duelo.</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Pérdida</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Exactitud</translation>
    </message>
    <message>
        <source>What each class paid from the best epoch to the last</source>
        <translation>Lo que pagó cada clase desde la mejor época hasta la última</translation>
    </message>
    <message>
        <source>Overfitting: a network learns its training pictures by heart instead of what they have in common. Select a run in the table above to see whether it does.</source>
        <translation>Sobreajuste: una red se aprende de memoria sus imágenes de entrenamiento en vez de lo que tienen en común. Seleccione una ejecución en la tabla de arriba para ver si le ocurre.</translation>
    </message>
    <message>
        <source>“%1” has not trained a whole epoch yet.</source>
        <translation>«%1» aún no ha entrenado una época completa.</translation>
    </message>
    <message>
        <source>“%1” does not overfit: its test loss did not rise again by the last epoch.</source>
        <translation>«%1» no se sobreajusta: su pérdida de prueba no volvió a subir hasta la última época.</translation>
    </message>
    <message>
        <source>“%1” overfits after epoch %2: its test loss rose from %3 to %4 by epoch %5. At the end it recognises %6 more of its training pictures than of the test pictures.</source>
        <translation>«%1» se sobreajusta después de la época %2: su pérdida de prueba subió de %3 a %4 hasta la época %5. Al final reconoce %6 más de sus imágenes de entrenamiento que de las de prueba.</translation>
    </message>
    <message>
        <source>%1 points</source>
        <comment>of a percentage, with its sign</comment>
        <translation>%1 puntos</translation>
    </message>
    <message>
        <source>Right at epoch %1, wrong at the last: %2 (the reverse: %3)</source>
        <translation>Acertadas en la época %1 y falladas en la última: %2 (al revés: %3)</translation>
    </message>
    <message>
        <source>Test picture %1: %2</source>
        <translation>Imagen de prueba %1: %2</translation>
    </message>
    <message>
        <source>Train the selected run&apos;s network with only 500 pictures, a fifth of them with wrong labels, for 40 epochs in small batches: it learns them by heart.</source>
        <translation>Entrena la red de la ejecución seleccionada con solo 500 imágenes, una quinta parte con etiquetas falsas, durante 40 épocas en lotes pequeños: se las aprende de memoria.</translation>
    </message>
    <message>
        <source>It keeps the weights of epoch %L1, though: the network that it ends with is spared that.</source>
        <translation>Pero conserva los pesos de la época %L1: la red con la que termina se libra de ello.</translation>
    </message>
    <message>
        <source>Loss (nats)</source>
        <translation>Pérdida (nats)</translation>
    </message>
    <message>
        <source>Accuracy (points)</source>
        <translation>Exactitud (puntos)</translation>
    </message>
    <message>
        <source>“%1” was tested with other pictures than those that are open: which of them it lost can&apos;t be shown.</source>
        <translation>«%1» se probó con otras imágenes que las que están abiertas: no se puede mostrar cuáles perdió.</translation>
    </message>
</context>
<context>
    <name>convscope::ComparePage</name>
    <message>
        <source>Here you will see your runs side by side: in which settings they differ, what came out, and what it cost. Train two networks to begin with.</source>
        <translation>Aquí verá sus ejecuciones una junto a otra: en qué ajustes difieren, qué resultó y cuánto costó. Para empezar, entrene dos redes.</translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation>&amp;Empezar a entrenar</translation>
    </message>
    <message>
        <source>Find runs</source>
        <translation>Buscar ejecuciones</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>Todos los ajustes</translation>
    </message>
    <message>
        <source>Show also the settings in which all runs are equal.</source>
        <translation>Muestra también los ajustes en los que todas las ejecuciones son iguales.</translation>
    </message>
    <message>
        <source>Untick all</source>
        <translation>Desmarcar todas</translation>
    </message>
    <message>
        <source>Take all curves away.</source>
        <translation>Quita todas las curvas.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>&amp;Tabla</translation>
    </message>
    <message>
        <source>Runs with their settings and figures</source>
        <translation>Ejecuciones con sus ajustes y cifras</translation>
    </message>
    <message>
        <source>&lt;p&gt;One row a run. Only the settings in which the runs differ have a column. Click on a column&apos;s title to sort by it.&lt;/p&gt;&lt;p&gt;Space or a click on the tick draws the run&apos;s curves below; the same colour and marker stand for it everywhere.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Una fila por ejecución. Solo los ajustes en los que difieren tienen columna. Haga clic en el título de una columna para ordenar por ella.&lt;/p&gt;&lt;p&gt;La barra espaciadora o un clic en la casilla dibuja abajo las curvas de la ejecución; el mismo color y el mismo símbolo la representan en todas partes.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&amp;View below</source>
        <translation>&amp;Vista de abajo</translation>
    </message>
    <message>
        <source>&amp;Report of the ticked runs…</source>
        <translation>&amp;Informe de las ejecuciones marcadas…</translation>
    </message>
    <message>
        <source>Find runs by their name or tag</source>
        <translation>Buscar ejecuciones por su nombre o etiqueta</translation>
    </message>
    <message>
        <source>Runs with this tag</source>
        <translation>Ejecuciones con esta etiqueta</translation>
    </message>
    <message>
        <source>Shows the runs of one sweep, or with another tag, and compares only these.</source>
        <translation>Muestra las ejecuciones de un barrido, o con otra etiqueta, y compara solo estas.</translation>
    </message>
    <message>
        <source>S&amp;weep…</source>
        <translation>&amp;Barrido…</translation>
    </message>
    <message>
        <source>Trains many variants of the experiment in the form and compares them here.</source>
        <translation>Entrena muchas variantes del experimento del formulario y las compara aquí.</translation>
    </message>
    <message>
        <source>All runs</source>
        <translation>Todas las ejecuciones</translation>
    </message>
</context>
<context>
    <name>convscope::CompareScatter</name>
    <message>
        <source>Run</source>
        <translation>Ejecución</translation>
    </message>
    <message>
        <source>A run shows here after its first epoch.</source>
        <translation>Una ejecución aparece aquí después de su primera época.</translation>
    </message>
    <message>
        <source>Test accuracy against</source>
        <translation>Exactitud de prueba frente a</translation>
    </message>
    <message>
        <source>Time in seconds</source>
        <translation>Tiempo en segundos</translation>
    </message>
</context>
<context>
    <name>convscope::CompareTableModel</name>
    <message>
        <source>Tick it to draw its curves. Select it to show it on all pages.</source>
        <translation>Márquela para dibujar sus curvas. Selecciónela para mostrarla en todas las páginas.</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecución</translation>
    </message>
    <message>
        <source>Epochs trained</source>
        <translation>Épocas entrenadas</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <source>Multiplications a picture</source>
        <translation>Multiplicaciones por imagen</translation>
    </message>
    <message>
        <source>Test accuracy at the epoch with the lowest test loss</source>
        <translation>Exactitud de prueba en la época de menor pérdida de prueba</translation>
    </message>
    <message>
        <source>%1 of the weights that the run ends with: those of the last epoch, or of the best one where its settings keep them</source>
        <translation>%1 de los pesos con los que termina la ejecución: los de la última época, o los de la mejor si sus ajustes los conservan</translation>
    </message>
    <message>
        <source>At the best epoch</source>
        <translation>En la mejor época</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>Exactitud de prueba</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>Pérdida de prueba</translation>
    </message>
    <message>
        <source>Train accuracy</source>
        <translation>Exactitud de entrenamiento</translation>
    </message>
</context>
<context>
    <name>convscope::CompareTexts</name>
    <message>
        <source>%1 overfitting</source>
        <translation>%1 sobreajustada</translation>
    </message>
    <message>
        <source>with dropout</source>
        <translation>con dropout</translation>
    </message>
    <message>
        <source>with weight decay</source>
        <translation>con decaimiento de pesos</translation>
    </message>
    <message>
        <source>with augmentation</source>
        <translation>con aumento de datos</translation>
    </message>
    <message>
        <source>stopped at its best</source>
        <translation>parada en su mejor época</translation>
    </message>
    <message>
        <source>%1 points</source>
        <comment>of a percentage</comment>
        <translation>%1 puntos</translation>
    </message>
    <message>
        <source>%1: %2 against %3</source>
        <translation>%1: %2 contra %3</translation>
    </message>
    <message>
        <source>All settings are equal.</source>
        <translation>Todos los ajustes son iguales.</translation>
    </message>
    <message>
        <source>All layers began with the same weights.</source>
        <translation>Todas las capas empezaron con los mismos pesos.</translation>
    </message>
    <message>
        <source>No layer has the same shape in both, so none began with the same weights.</source>
        <translation>Ninguna capa tiene la misma forma en ambas, así que ninguna empezó con los mismos pesos.</translation>
    </message>
    <message>
        <source>%L1 of %L2 layers began with the same weights; the others have another shape.</source>
        <translation>%L1 de %L2 capas empezaron con los mismos pesos; las demás tienen otra forma.</translation>
    </message>
    <message>
        <source>Both saw the same batches in the same order.</source>
        <translation>Ambas vieron los mismos lotes en el mismo orden.</translation>
    </message>
    <message>
        <source>What came out can be said when both have trained an epoch.</source>
        <translation>El resultado se podrá decir cuando ambas hayan entrenado una época.</translation>
    </message>
    <message>
        <source>Test accuracy after the last epoch: %1 against %2.</source>
        <translation>Exactitud de prueba tras la última época: %1 contra %2.</translation>
    </message>
    <message>
        <source>They are equally good.</source>
        <translation>Son igual de buenas.</translation>
    </message>
    <message>
        <source>“%1” is better by %2.</source>
        <translation>«%1» es mejor por %2.</translation>
    </message>
    <message>
        <source>Over %L1 seeds: “%2” minus “%3” is on average %4 points of test accuracy (from %5 to %6).</source>
        <translation>Con %L1 semillas: «%2» menos «%3» son en promedio %4 puntos de exactitud de prueba (de %5 a %6).</translation>
    </message>
    <message>
        <source>Paired t-test, p = %1: if the change made no difference, seeds alone would lead at least as far apart in %2 of such experiments.</source>
        <translation>Prueba t pareada, p = %1: si el cambio no influyera, las semillas por sí solas llevarían al menos igual de lejos en el %2 de tales experimentos.</translation>
    </message>
    <message>
        <source>That is rare (less than 1 in 20), so it is more than chance.</source>
        <translation>Eso es raro (menos de 1 de cada 20), así que es más que azar.</translation>
    </message>
    <message>
        <source>That is not rare, so it is not shown to be more than chance.</source>
        <translation>Eso no es raro, así que no queda demostrado que sea más que azar.</translation>
    </message>
    <message>
        <source>They began with different weights, because each drew them with a seed of its own.</source>
        <translation>Empezaron con pesos distintos, porque cada una los sorteó con su propia semilla.</translation>
    </message>
    <message>
        <source>All settings but the seed are equal.</source>
        <translation>Todos los ajustes son iguales salvo la semilla.</translation>
    </message>
    <message>
        <source>They differ in one setting: %1</source>
        <translation>Se diferencian en un solo ajuste: %1</translation>
    </message>
    <message>
        <source>They differ in one thing: %1</source>
        <translation>Se diferencian en una sola cosa: %1</translation>
    </message>
    <message>
        <source>What differs: %1</source>
        <translation>Diferencias: %1</translation>
    </message>
    <message>
        <source>“%1” has not been trained to its end. Test accuracy of both after epoch %L2:</source>
        <translation>«%1» no se ha entrenado hasta el final. Exactitud de prueba de ambas tras la época %L2:</translation>
    </message>
    <message>
        <source>%1 against %2.</source>
        <translation>%1 frente a %2.</translation>
    </message>
    <message>
        <source>Test accuracy of the weights that each keeps (epoch %L1 and epoch %L2):</source>
        <translation>Exactitud de prueba con los pesos que conserva cada una (época %L1 y época %L2):</translation>
    </message>
</context>
<context>
    <name>convscope::CompareViews</name>
    <message>
        <source>Curves</source>
        <translation>Curvas</translation>
    </message>
    <message>
        <source>Cost</source>
        <translation>Coste</translation>
    </message>
    <message>
        <source>Coordinates</source>
        <translation>Coordenadas</translation>
    </message>
    <message>
        <source>Duel</source>
        <translation>Duelo</translation>
    </message>
    <message>
        <source>Disagreements</source>
        <translation>Desacuerdos</translation>
    </message>
    <message>
        <source>Overfitting</source>
        <translation>Sobreajuste</translation>
    </message>
    <message>
        <source>Loss and accuracy of the ticked runs: test solid, train dashed</source>
        <translation>Pérdida y exactitud de las ejecuciones marcadas: prueba continua, entrenamiento discontinua</translation>
    </message>
    <message>
        <source>Test accuracy against time, parameters and multiplications</source>
        <translation>Exactitud de prueba frente a tiempo, parámetros y multiplicaciones</translation>
    </message>
    <message>
        <source>Every run as a line through its settings and its accuracy</source>
        <translation>Cada ejecución como una línea que pasa por sus ajustes y su exactitud</translation>
    </message>
    <message>
        <source>Two runs that differ in one thing, and whether the difference is more than chance</source>
        <translation>Dos ejecuciones que difieren en una cosa, y si la diferencia es más que azar</translation>
    </message>
    <message>
        <source>The test pictures that only one of two runs recognises</source>
        <translation>Las imágenes de prueba que solo una de dos ejecuciones reconoce</translation>
    </message>
    <message>
        <source>Whether the selected run learned its pictures by heart, and what helps</source>
        <translation>Si la ejecución seleccionada se aprendió sus imágenes de memoria, y qué ayuda</translation>
    </message>
</context>
<context>
    <name>convscope::ComparedAnswers</name>
    <message>
        <source>The answers of “%1” after epoch %2 are not kept.</source>
        <translation>Las respuestas de «%1» después de la época %2 no están guardadas.</translation>
    </message>
    <message>
        <source>“%1” was tested with other pictures than those that are open.</source>
        <translation>«%1» se probó con otras imágenes que las que están abiertas.</translation>
    </message>
</context>
<context>
    <name>convscope::Comparison</name>
    <message>
        <source>Optimiser</source>
        <translation>Optimizador</translation>
    </message>
    <message>
        <source>Learning rate schedule</source>
        <translation>Plan de la tasa de aprendizaje</translation>
    </message>
    <message>
        <source>Convolution block %L1 is built in another way</source>
        <translation>El bloque de convolución %L1 está construido de otra manera</translation>
    </message>
    <message>
        <source>Hidden layer %L1 has another activation</source>
        <translation>La capa oculta %L1 tiene otra activación</translation>
    </message>
    <message>
        <source>%1: %2 (preset: %3)</source>
        <translation>%1: %2 (preajuste: %3)</translation>
    </message>
    <message>
        <source>Adam</source>
        <translation>Adam</translation>
    </message>
    <message>
        <source>SGD</source>
        <translation>SGD</translation>
    </message>
    <message>
        <source>constant</source>
        <translation>constante</translation>
    </message>
    <message>
        <source>step</source>
        <translation>escalonado</translation>
    </message>
    <message>
        <source>cosine</source>
        <translation>coseno</translation>
    </message>
    <message>
        <source>one-cycle</source>
        <translation>un ciclo</translation>
    </message>
    <message>
        <source>fast</source>
        <translation>rápido</translation>
    </message>
    <message>
        <source>reference</source>
        <translation>referencia</translation>
    </message>
    <message>
        <source>last epoch</source>
        <translation>última época</translation>
    </message>
    <message>
        <source>best epoch</source>
        <translation>mejor época</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguno</translation>
    </message>
</context>
<context>
    <name>convscope::ConfusionMatrix</name>
    <message>
        <source>Recall</source>
        <translation>Exhaustividad</translation>
    </message>
    <message>
        <source>Answer of the network</source>
        <translation>Respuesta de la red</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>Clase verdadera</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisión</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>imágenes</translation>
    </message>
    <message>
        <source>of the class, in %</source>
        <translation>de la clase, en %</translation>
    </message>
    <message>
        <source>of the answers, in %</source>
        <translation>de las respuestas, en %</translation>
    </message>
    <message>
        <source>%1: %2 of %3 recognised</source>
        <translation>%1: %2 de %3 reconocidas</translation>
    </message>
    <message>
        <source>%1: %2 of %3 taken for %4</source>
        <translation>%1: %2 de %3 tomadas por %4</translation>
    </message>
    <message>
        <source>there: %1</source>
        <translation>allí: %1</translation>
    </message>
    <message>
        <source>Answer of the network: difference to “%1”</source>
        <translation>Respuesta de la red: diferencia con «%1»</translation>
    </message>
    <message>
        <source>pictures fewer (blue) or more (red)</source>
        <translation>imágenes de menos (azul) o de más (rojo)</translation>
    </message>
    <message>
        <source>percentage points less (blue) or more (red)</source>
        <translation>puntos porcentuales menos (azul) o más (rojo)</translation>
    </message>
    <message>
        <source>pictures fewer (blue) or more (red) than “%1”</source>
        <translation>imágenes menos (azul) o más (rojo) que «%1»</translation>
    </message>
</context>
<context>
    <name>convscope::ConvBlockCard</name>
    <message>
        <source>%1 × %1 becomes %2 × %2; padding %3 keeps the size (“same”).</source>
        <translation>%1 × %1 pasa a %2 × %2; un relleno de %3 conserva el tamaño («same»).</translation>
    </message>
    <message>
        <source>%1 × %1 becomes %2 × %2; only an odd kernel can keep the size.</source>
        <translation>%1 × %1 pasa a %2 × %2; solo un núcleo impar puede conservar el tamaño.</translation>
    </message>
    <message>
        <source>Convolution %1</source>
        <translation>Convolución %1</translation>
    </message>
</context>
<context>
    <name>convscope::ConvolutionDrawing</name>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>window</source>
        <translation>ventana</translation>
    </message>
    <message>
        <source>× kernel</source>
        <translation>× núcleo</translation>
    </message>
    <message>
        <source>= products</source>
        <translation>= productos</translation>
    </message>
    <message>
        <source>channel %1</source>
        <translation>canal %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln other channel(s)</source>
        <translation>
            <numerusform>%Ln canal más</numerusform>
            <numerusform>otros %Ln canales</numerusform>
        </translation>
    </message>
    <message>
        <source>bias</source>
        <translation>sesgo</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>suma</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Suma</translation>
    </message>
    <message>
        <source>Output of filter %1</source>
        <translation>Salida del filtro %1</translation>
    </message>
    <message>
        <source>batch norm</source>
        <translation>norm. por lotes</translation>
    </message>
    <message>
        <source>Channel %1</source>
        <translation>Canal %1</translation>
    </message>
    <message>
        <source>products</source>
        <translation>productos</translation>
    </message>
</context>
<context>
    <name>convscope::CsvChoice</name>
    <message>
        <source>Numbers like 0.25, columns split by commas</source>
        <translation>Números como 0.25, columnas separadas por comas</translation>
    </message>
    <message>
        <source>Numbers like 0,25, columns split by semicolons</source>
        <translation>Números como 0,25, columnas separadas por punto y coma</translation>
    </message>
    <message>
        <source>For programs, and for spreadsheets in English.</source>
        <translation>Para programas y para hojas de cálculo en inglés.</translation>
    </message>
    <message>
        <source>For spreadsheets in languages with a decimal comma.</source>
        <translation>Para hojas de cálculo en idiomas con coma decimal.</translation>
    </message>
</context>
<context>
    <name>convscope::CurvesAnnotations</name>
    <message>
        <source>learning rate %1 → %2</source>
        <translation>tasa de aprendizaje %1 → %2</translation>
    </message>
    <message>
        <source>weight decay %1 → %2</source>
        <translation>decaim. de pesos %1 → %2</translation>
    </message>
    <message>
        <source>dropout %1 → %2</source>
        <translation>dropout %1 → %2</translation>
    </message>
    <message>
        <source>Epoch %1 has the lowest test loss so far: %2, with a test accuracy of %3.</source>
        <translation>La época %1 tiene la menor pérdida de prueba hasta ahora: %2, con una exactitud de prueba de %3.</translation>
    </message>
    <message>
        <source>pause</source>
        <translation>pausa</translation>
    </message>
    <message>
        <source>Paused after step %1.</source>
        <translation>En pausa tras el paso %1.</translation>
    </message>
    <message>
        <source>From step %1 on:
%2</source>
        <translation>Desde el paso %1:
%2</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>divergió</translation>
    </message>
    <message>
        <source>overfitting</source>
        <translation>sobreajuste</translation>
    </message>
    <message>
        <source>Epoch %1, batch %2 of %3</source>
        <translation>Época %1, lote %2 de %3</translation>
    </message>
    <message>
        <source>this batch</source>
        <translation>este lote</translation>
    </message>
    <message>
        <source>batches, smoothed</source>
        <translation>lotes, suavizados</translation>
    </message>
    <message>
        <source>train, epoch %1</source>
        <translation>entren., época %1</translation>
    </message>
    <message>
        <source>test, epoch %1</source>
        <translation>prueba, época %1</translation>
    </message>
    <message>
        <source>No numbers yet.</source>
        <translation>Aún no hay números.</translation>
    </message>
    <message numerus="yes">
        <source>%n batch(es) of the first epoch so far.</source>
        <translation>
            <numerusform>%n lote de la primera época hasta ahora.</numerusform>
            <numerusform>%n lotes de la primera época hasta ahora.</numerusform>
        </translation>
    </message>
    <message>
        <source>After epoch %1 the train loss is %2 and the test loss is %3.</source>
        <translation>Tras la época %1, la pérdida de entrenamiento es %2 y la de prueba es %3.</translation>
    </message>
    <message>
        <source>After epoch %1 the train accuracy is %2 and the test accuracy is %3.</source>
        <translation>Tras la época %1, la exactitud de entrenamiento es %2 y la de prueba es %3.</translation>
    </message>
    <message>
        <source>Since then the network overfits.</source>
        <translation>Desde entonces hay sobreajuste.</translation>
    </message>
    <message>
        <source>previous run, test</source>
        <translation>ejecución anterior, prueba</translation>
    </message>
    <message>
        <source>lowest test loss, epoch %1: %2</source>
        <translation>menor pérdida de prueba, época %1: %2</translation>
    </message>
    <message>
        <source>epoch %1 of the lowest test loss: %2</source>
        <translation>época %1, la de menor pérdida de prueba: %2</translation>
    </message>
    <message>
        <source>The moment that all pages show: after step %1.</source>
        <translation>El momento que muestran todas las páginas: después del paso %1.</translation>
    </message>
    <message>
        <source>given up</source>
        <translation>abandonada</translation>
    </message>
</context>
<context>
    <name>convscope::CurvesCharts</name>
    <message>
        <source>batches trained</source>
        <translation>lotes entrenados</translation>
    </message>
    <message>
        <source>epochs trained</source>
        <translation>épocas entrenadas</translation>
    </message>
    <message>
        <source>mean cross-entropy in nats, logarithmic</source>
        <extracomment>Unit of the loss; nats are the natural logarithm&apos;s bits.</extracomment>
        <translation>entropía cruzada media en nats, logarítmica</translation>
    </message>
    <message>
        <source>mean cross-entropy in nats</source>
        <translation>entropía cruzada media en nats</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Pérdida</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Exactitud</translation>
    </message>
    <message>
        <source>Chart of the loss</source>
        <translation>Gráfica de la pérdida</translation>
    </message>
    <message>
        <source>Chart of the accuracy</source>
        <translation>Gráfica de la exactitud</translation>
    </message>
    <message>
        <source>train</source>
        <translation>entren.</translation>
    </message>
    <message>
        <source>test</source>
        <translation>prueba</translation>
    </message>
    <message>
        <source>&lt;p&gt;Loss and accuracy while the network learns. The faint line is every single batch; circles are the mean over an epoch&apos;s batches, squares the whole test set after the epoch.&lt;/p&gt;&lt;p&gt;Train and test falling together: the network learns what all pictures have in common. Train falling while test rises: it learns its training pictures by heart. That gap is shaded and named overfitting.&lt;/p&gt;&lt;p&gt;Mouse: turn the wheel to zoom at the pointer (Ctrl: only sideways, Shift: only up and down), drag to zoom into a rectangle, drag with the middle button, Shift or the space bar to move, double-click to see everything.&lt;/p&gt;&lt;p&gt;Keys: + and − zoom, arrows move, Home shows everything, Ctrl with left and right reads the epochs&apos; numbers.&lt;/p&gt;</source>
        <translation>&lt;p&gt;La pérdida y la exactitud mientras la red aprende. La línea tenue es cada lote por separado; los círculos son la media de los lotes de una época; los cuadrados, el conjunto de prueba completo después de la época.&lt;/p&gt;&lt;p&gt;Entrenamiento y prueba bajan juntos: la red aprende lo que todas las imágenes tienen en común. El entrenamiento baja mientras la prueba sube: aprende de memoria sus imágenes de entrenamiento. Esa brecha aparece sombreada con el nombre de sobreajuste (overfitting).&lt;/p&gt;&lt;p&gt;Ratón: gire la rueda para ampliar o reducir en el puntero (Ctrl: solo a lo ancho, Mayús: solo a lo alto), arrastre para ampliar un rectángulo, arrastre con el botón central, Mayús o la barra espaciadora para desplazarse, y haga doble clic para verlo todo.&lt;/p&gt;&lt;p&gt;Teclas: + y − amplían y reducen, las flechas desplazan, Inicio lo muestra todo, Ctrl con izquierda y derecha lee los números de las épocas.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>share of pictures recognised</source>
        <translation>proporción de imágenes reconocidas</translation>
    </message>
    <message>
        <source>previous run ✕</source>
        <translation>ejecución anterior ✕</translation>
    </message>
    <message>
        <source>The faint curves are the previous run. Press to take them away.</source>
        <translation>Las curvas tenues son la ejecución anterior. Pulsar para quitarlas.</translation>
    </message>
    <message>
        <source>The curves of the previous run stay behind those of the new run, so that you see what your change did to learning. Press to take them away.</source>
        <translation>Las curvas de la ejecución anterior quedan detrás de las de la nueva, para que se vea qué hizo el cambio con el aprendizaje. Pulsar para quitarlas.</translation>
    </message>
    <message>
        <source>Take away the curves of the previous run</source>
        <translation>Quitar las curvas de la ejecución anterior</translation>
    </message>
</context>
<context>
    <name>convscope::CurvesExporter</name>
    <message>
        <source>Save the charts as a picture</source>
        <translation>Guardar las gráficas como imagen</translation>
    </message>
    <message>
        <source>curves.png</source>
        <translation>curvas.png</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>Imágenes PNG (*.png)</translation>
    </message>
    <message>
        <source>Save the charts as a drawing</source>
        <translation>Guardar las gráficas como dibujo</translation>
    </message>
    <message>
        <source>curves.svg</source>
        <translation>curvas.svg</translation>
    </message>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation>Dibujos SVG (*.svg)</translation>
    </message>
    <message>
        <source>Save the numbers of the epochs</source>
        <translation>Guardar los números de las épocas</translation>
    </message>
    <message>
        <source>epochs.csv</source>
        <translation>epocas.csv</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tablas (*.csv)</translation>
    </message>
    <message>
        <source>Save the numbers of all batches</source>
        <translation>Guardar los números de todos los lotes</translation>
    </message>
    <message>
        <source>batches.csv</source>
        <translation>lotes.csv</translation>
    </message>
    <message>
        <source>&amp;Copy picture and numbers</source>
        <translation>&amp;Copiar imagen y números</translation>
    </message>
    <message>
        <source>Puts both on the clipboard: a text editor or spreadsheet takes the numbers, a document the picture.</source>
        <translation>Pone ambos en el portapapeles: un editor de texto o una hoja de cálculo toma los números; un documento, la imagen.</translation>
    </message>
    <message>
        <source>Save as &amp;PNG picture…</source>
        <translation>Guardar como imagen &amp;PNG…</translation>
    </message>
    <message>
        <source>The charts as they are now, twice as fine as on the screen.</source>
        <translation>Las gráficas tal como están ahora, con el doble de finura que en la pantalla.</translation>
    </message>
    <message>
        <source>Save as &amp;SVG drawing…</source>
        <translation>Guardar como dibujo &amp;SVG…</translation>
    </message>
    <message>
        <source>The charts as they are now, as lines that stay sharp at every size.</source>
        <translation>Las gráficas tal como están ahora, con líneas que se ven nítidas a cualquier tamaño.</translation>
    </message>
    <message>
        <source>Save numbers of the &amp;epochs (CSV)…</source>
        <translation>Guardar números de las ép&amp;ocas (CSV)…</translation>
    </message>
    <message>
        <source>One line per epoch, with all digits.</source>
        <translation>Una línea por época, con todas las cifras.</translation>
    </message>
    <message>
        <source>Save numbers of all &amp;batches (CSV)…</source>
        <translation>Guardar números de todos los &amp;lotes (CSV)…</translation>
    </message>
    <message>
        <source>One line per batch, with all digits; nothing is left out or smoothed.</source>
        <translation>Una línea por lote, con todas las cifras; no se omite ni se suaviza nada.</translation>
    </message>
    <message>
        <source>Loss and accuracy</source>
        <translation>Pérdida y exactitud</translation>
    </message>
    <message>
        <source>“%1” was not written because the chart could not be drawn. Make the window smaller and try again.</source>
        <translation>No se escribió «%1» porque no se pudo dibujar la gráfica. Reduzca la ventana e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>&amp;Export curves</source>
        <translation>&amp;Exportar curvas</translation>
    </message>
</context>
<context>
    <name>convscope::CurvesPage</name>
    <message>
        <source>Here loss and accuracy will move, batch by batch, while the network learns.</source>
        <translation>Aquí se moverán la pérdida y la exactitud, lote a lote, mientras la red aprende.</translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation>Inicia&amp;r entrenamiento</translation>
    </message>
    <message>
        <source>Train the network that is chosen in the experiment form.</source>
        <translation>Entrena la red elegida en el formulario del experimento.</translation>
    </message>
</context>
<context>
    <name>convscope::CurvesTableView</name>
    <message>
        <source>Table of the epochs</source>
        <translation>Tabla de las épocas</translation>
    </message>
    <message>
        <source>One row per epoch; the one with the lowest test loss is bold. Ctrl+C copies the selected rows.</source>
        <translation>Una fila por época; la de menor pérdida de prueba está en negrita. Ctrl+C copia las filas seleccionadas.</translation>
    </message>
    <message>
        <source>The numbers of the curves. Look for the row where the test loss is lowest (bold): after it, more training only made the network better on the pictures that it already knew.</source>
        <translation>Los números de las curvas. Busque la fila con la menor pérdida de prueba (en negrita): después de ella, seguir entrenando solo mejoró la red en las imágenes que ya conocía.</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>&amp;Copiar filas</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>Seleccionar &amp;todo</translation>
    </message>
</context>
<context>
    <name>convscope::CurvesToolBar</name>
    <message>
        <source>Controls of the curves</source>
        <translation>Controles de las curvas</translation>
    </message>
    <message>
        <source>Chart</source>
        <translation>Gráfica</translation>
    </message>
    <message>
        <source>Show the numbers as curves.</source>
        <translation>Muestra los números como curvas.</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>Tabla</translation>
    </message>
    <message>
        <source>Show the same numbers as a table, one row per epoch.</source>
        <translation>Muestra los mismos números como tabla, con una fila por época.</translation>
    </message>
    <message>
        <source>Count the training by batches or by epochs (once through all training pictures).</source>
        <translation>Cuenta el entrenamiento por lotes o por épocas (una vez por todas las imágenes de entrenamiento).</translation>
    </message>
    <message>
        <source>One batch is one step of learning. By batches, runs with another batch size have another length; by epochs, equal places mean that the network has seen the same number of pictures.</source>
        <translation>Un lote es un paso del aprendizaje. Por lotes, las ejecuciones con otro tamaño de lote tienen otra longitud; por épocas, lugares iguales significan que la red ha visto la misma cantidad de imágenes.</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Lotes</translation>
    </message>
    <message>
        <source>Every single batch: how noisy learning is.</source>
        <translation>Cada lote por separado: cuán ruidoso es el aprendizaje.</translation>
    </message>
    <message>
        <source>The loss of each batch before its step. It jumps because every batch holds other pictures; small batches jump more.</source>
        <translation>La pérdida de cada lote antes de su paso. Salta porque cada lote contiene otras imágenes; los lotes pequeños saltan más.</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Entren.</translation>
    </message>
    <message>
        <source>Taken while the network still learns and with dropout at work, so in the first epochs it may lie below the test.</source>
        <translation>Se mide mientras la red todavía aprende y con el dropout activo, así que en las primeras épocas puede quedar por debajo de la prueba.</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>The network never learns from these pictures. This is the number that counts.</source>
        <translation>La red nunca aprende de estas imágenes. Este es el número que cuenta.</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Log</translation>
    </message>
    <message>
        <source>Logarithmic scale for the loss: shows whether it still falls when it is small.</source>
        <translation>Escala logarítmica para la pérdida: muestra si sigue bajando cuando ya es pequeña.</translation>
    </message>
    <message>
        <source>On a logarithmic scale equal distances are equal factors: from 1 to 0.1 is as far as from 0.1 to 0.01.</source>
        <translation>En una escala logarítmica, distancias iguales son factores iguales: de 1 a 0,1 hay tanto como de 0,1 a 0,01.</translation>
    </message>
    <message>
        <source>Smooth</source>
        <translation>Suavizar</translation>
    </message>
    <message>
        <source>Draw a running mean over the batches; the batches stay visible behind it.</source>
        <translation>Dibuja una media móvil de los lotes; los lotes siguen visibles detrás.</translation>
    </message>
    <message>
        <source>A debiased exponential mean: later batches weigh more, and its start isn&apos;t pulled towards zero. It changes only the picture, never a number that is saved.</source>
        <translation>Una media exponencial sin sesgo: los lotes más recientes pesan más, y su comienzo no se desvía hacia cero. Solo cambia el dibujo, nunca un número que se guarda.</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>Seguir</translation>
    </message>
    <message>
        <source>Keep the whole run in view as it grows. Zooming or moving stops it.</source>
        <translation>Mantiene toda la ejecución a la vista mientras crece. Al ampliar o desplazar se detiene.</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Ver todo</translation>
    </message>
    <message>
        <source>Show the whole run again (Home, or a double click on a chart).</source>
        <translation>Muestra de nuevo toda la ejecución (Inicio, o doble clic en una gráfica).</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Save or copy the chart and its numbers.</source>
        <translation>Guarda o copia la gráfica y sus números.</translation>
    </message>
    <message>
        <source>by batch</source>
        <translation>por lote</translation>
    </message>
    <message>
        <source>by epoch</source>
        <translation>por época</translation>
    </message>
    <message>
        <source>What the horizontal axis counts</source>
        <translation>Lo que cuenta el eje horizontal</translation>
    </message>
    <message>
        <source>Logarithmic &amp;loss</source>
        <translation>&amp;Pérdida logarítmica</translation>
    </message>
    <message>
        <source>Logarithmic &amp;horizontal axis</source>
        <translation>Eje &amp;horizontal logarítmico</translation>
    </message>
    <message>
        <source>Strength of the smoothing</source>
        <translation>Intensidad del suavizado</translation>
    </message>
    <message>
        <source>Strength of the smoothing: %1. Further right averages over more batches.</source>
        <translation>Intensidad del suavizado: %1. Más a la derecha promedia más lotes.</translation>
    </message>
    <message>
        <source>Mean over the batches of each epoch: how well the training pictures are recognised.</source>
        <translation>Media de los lotes de cada época: qué tan bien se reconocen las imágenes de entrenamiento.</translation>
    </message>
    <message>
        <source>The whole test set after each epoch: how well new pictures are recognised.</source>
        <translation>Todo el conjunto de prueba después de cada época: qué tan bien se reconocen imágenes nuevas.</translation>
    </message>
</context>
<context>
    <name>convscope::DataAugmentationView</name>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Epoch %L1</source>
        <translation>Época %L1</translation>
    </message>
</context>
<context>
    <name>convscope::DataClassesView</name>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entrenamiento</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Prueba</translation>
    </message>
    <message>
        <source>Name in the data set: %1</source>
        <translation>Nombre en el conjunto de datos: %1</translation>
    </message>
    <message>
        <source>%L1 of %L2 training pictures of this class are used; %L3 of them carry a wrong label.</source>
        <translation>Se usan %L1 de %L2 imágenes de entrenamiento de esta clase; %L3 de ellas llevan una etiqueta errónea.</translation>
    </message>
    <message>
        <source>Training picture %L1: %2</source>
        <translation>Imagen de entrenamiento %L1: %2</translation>
    </message>
    <message>
        <source>Training picture %L1: %2. The network is told that it is: %3.</source>
        <translation>Imagen de entrenamiento %L1: %2. A la red se le dice que es: %3.</translation>
    </message>
    <message>
        <source>labelled %1</source>
        <translation>etiqueta: %1</translation>
    </message>
    <message>
        <source>No picture of this class is used.</source>
        <translation>No se usa ninguna imagen de esta clase.</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Muestras</translation>
    </message>
</context>
<context>
    <name>convscope::DataGroup</name>
    <message>
        <source>all</source>
        <extracomment>All training pictures.</extracomment>
        <translation>todas</translation>
    </message>
    <message>
        <source>Random changes to each picture</source>
        <translation>Cambios al azar en cada imagen</translation>
    </message>
</context>
<context>
    <name>convscope::DataHeader</name>
    <message>
        <source>Draw other pictures from the training set. Training is not changed by this.</source>
        <translation>Toma otras imágenes del conjunto de entrenamiento. El entrenamiento no cambia por ello.</translation>
    </message>
    <message>
        <source>Load another data set: a folder with four IDX files.</source>
        <translation>Carga otro conjunto de datos: una carpeta con cuatro archivos IDX.</translation>
    </message>
    <message>
        <source>Copy the whole checksum</source>
        <translation>Copiar la suma de verificación completa</translation>
    </message>
    <message>
        <source>%L1 training pictures and %L2 test pictures of %L3 × %L3 pixels, %L4 classes</source>
        <translation>%L1 imágenes de entrenamiento y %L2 de prueba de %L3 × %L3 píxeles, %L4 clases</translation>
    </message>
    <message>
        <source>Checksum %1</source>
        <translation>SHA-256 %1</translation>
    </message>
    <message>
        <source>SHA-256 over all pictures and labels: it tells data sets apart. Each run records it.
%1</source>
        <translation>SHA-256 de todas las imágenes y etiquetas: permite distinguir los conjuntos de datos. Cada ejecución lo registra.
%1</translation>
    </message>
    <message>
        <source>Other samples</source>
        <translation>Otras muestras</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Elegir carpeta…</translation>
    </message>
</context>
<context>
    <name>convscope::DataPage</name>
    <message>
        <source>Augmentation</source>
        <translation>Aumento de datos</translation>
    </message>
    <message>
        <source>Classes, their counts and samples</source>
        <translation>Las clases, sus cantidades y muestras</translation>
    </message>
    <message>
        <source>Training pictures with augmentation</source>
        <translation>Imágenes de entrenamiento con aumento de datos</translation>
    </message>
    <message>
        <source>The training pictures will be shown here, class by class. Install the package dataset-fashion-mnist, or choose a folder with the four IDX files of a data set.</source>
        <translation>Aquí se mostrarán las imágenes de entrenamiento, clase por clase. Instale el paquete dataset-fashion-mnist o elija una carpeta con los cuatro archivos IDX de un conjunto de datos.</translation>
    </message>
    <message>
        <source>The pictures are being loaded.</source>
        <translation>Se están cargando las imágenes.</translation>
    </message>
    <message>
        <source>Off: the network sees the same pictures, unchanged, in every epoch. Choose a strength in the form to see here what it does.</source>
        <translation>Desactivado: la red ve en cada época las mismas imágenes, sin cambios. Elija una intensidad en el formulario para ver aquí lo que hace.</translation>
    </message>
    <message>
        <source>On: the network sees each picture changed in another way in every epoch, so it can&apos;t learn single pixels by heart.</source>
        <translation>Activado: la red ve en cada época cada imagen cambiada de otra manera, así que no puede aprender píxeles sueltos de memoria.</translation>
    </message>
    <message>
        <source>The chosen settings train with all %1 pictures and their own labels.</source>
        <translation>Los ajustes elegidos entrenan con las %1 imágenes, todas con sus propias etiquetas.</translation>
    </message>
    <message numerus="yes">
        <source>The chosen settings train with all %1 pictures, %Ln of them with a wrong label on purpose.</source>
        <translation>
            <numerusform>Los ajustes elegidos entrenan con las %1 imágenes; de ellas, %Ln lleva a propósito una etiqueta errónea.</numerusform>
            <numerusform>Los ajustes elegidos entrenan con las %1 imágenes; de ellas, %Ln llevan a propósito una etiqueta errónea.</numerusform>
        </translation>
    </message>
    <message>
        <source>The chosen settings train with %1 of the %2 pictures and their own labels.</source>
        <translation>Los ajustes elegidos entrenan con %1 de las %2 imágenes, todas con sus propias etiquetas.</translation>
    </message>
    <message numerus="yes">
        <source>The chosen settings train with %1 of the %2 pictures, %Ln of these with a wrong label on purpose.</source>
        <translation>
            <numerusform>Los ajustes elegidos entrenan con %1 de las %2 imágenes; de las usadas, %Ln lleva a propósito una etiqueta errónea.</numerusform>
            <numerusform>Los ajustes elegidos entrenan con %1 de las %2 imágenes; de las usadas, %Ln llevan a propósito una etiqueta errónea.</numerusform>
        </translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Elegir carpeta…</translation>
    </message>
</context>
<context>
    <name>convscope::DatasetLoader</name>
    <message>
        <source>The pictures in the file %1 are %2 × %2 pixels, but those in the file %3 are %4 × %4. Training and test pictures must have the same size.</source>
        <translation>Las imágenes del archivo %1 tienen %2 × %2 píxeles, pero las del archivo %3 tienen %4 × %4. Las imágenes de entrenamiento y de prueba deben tener el mismo tamaño.</translation>
    </message>
    <message>
        <source>No folder is chosen. Choose the folder that holds the data set.</source>
        <translation>No hay ninguna carpeta elegida. Elija la carpeta que contiene el conjunto de datos.</translation>
    </message>
    <message>
        <source>The folder %1 does not exist. Choose the folder that holds the data set.</source>
        <translation>La carpeta %1 no existe. Elija la carpeta que contiene el conjunto de datos.</translation>
    </message>
    <message>
        <source>%1 is not a folder. Choose the folder that holds the four files of the data set.</source>
        <translation>%1 no es una carpeta. Elija la carpeta que contiene los cuatro archivos del conjunto de datos.</translation>
    </message>
    <message>
        <source>The folder %1 cannot be opened, because you are not allowed to. Change its permissions or choose another folder.</source>
        <translation>No se puede abrir la carpeta %1 por falta de permiso. Cambie sus permisos o elija otra carpeta.</translation>
    </message>
    <message>
        <source>The folder %1 has no file %2.gz or %2. Choose a folder with the four files of a data set in the format of MNIST.</source>
        <translation>La carpeta %1 no tiene ningún archivo %2.gz ni %2. Elija una carpeta con los cuatro archivos de un conjunto de datos en el formato de MNIST.</translation>
    </message>
    <message>
        <source>The file %1 holds %2 pictures, but the file %3 holds %4 labels. There must be one label for each picture: use files that belong together.</source>
        <translation>El archivo %1 contiene %2 imágenes, pero el archivo %3 contiene %4 etiquetas. Debe haber una etiqueta por imagen: use archivos que se correspondan.</translation>
    </message>
    <message>
        <source>The pictures in the file %1 are %2 × %3 pixels; square pictures of at most 256 × 256 are expected. Choose another data set.</source>
        <translation>Las imágenes del archivo %1 tienen %2 × %3 píxeles; se esperaban imágenes cuadradas de 256 × 256 como máximo. Elija otro conjunto de datos.</translation>
    </message>
    <message>
        <source>The file %1 has the label %2 at picture %3 (counted from 0), but classes.txt names %4 classes: labels from 0 to %5 are expected. Correct one of the two files.</source>
        <translation>El archivo %1 tiene la etiqueta %2 en la imagen %3 (contando desde 0), pero classes.txt nombra %4 clases: se esperaban etiquetas de 0 a %5. Corrija uno de los dos archivos.</translation>
    </message>
    <message>
        <source>All labels in the file %1 are %2; at least two classes are expected. Choose another data set.</source>
        <translation>Todas las etiquetas del archivo %1 son %2; se esperaban al menos dos clases. Elija otro conjunto de datos.</translation>
    </message>
    <message>
        <source>The file %1 has the label %2 at picture %3 (counted from 0), but no training picture in the file %4 has this label: nothing could learn it. Use files that belong together.</source>
        <translation>El archivo %1 tiene la etiqueta %2 en la imagen %3 (contando desde 0), pero ninguna imagen de entrenamiento del archivo %4 tiene esa etiqueta: no habría de dónde aprenderla. Use archivos que se correspondan.</translation>
    </message>
    <message>
        <source>The file %1 has the label %2 at picture %3 (counted from 0), but no picture has the label %4: labels without gaps are expected. Copy the file again, or name all classes in a file classes.txt.</source>
        <translation>El archivo %1 tiene la etiqueta %2 en la imagen %3 (contando desde 0), pero ninguna imagen tiene la etiqueta %4: se esperan etiquetas sin huecos. Copie el archivo de nuevo, o nombre todas las clases en un archivo classes.txt.</translation>
    </message>
</context>
<context>
    <name>convscope::DuelDialog</name>
    <message>
        <source>Duel</source>
        <translation>Duelo</translation>
    </message>
    <message>
        <source>A second run like “%1” is trained, with one setting changed: same seed, same first weights where the shapes agree, same order of the pictures.</source>
        <translation>Se entrena una segunda ejecución como «%1», con un ajuste cambiado: misma semilla, mismos pesos iniciales donde las formas coinciden, mismo orden de las imágenes.</translation>
    </message>
    <message>
        <source>&amp;Train it</source>
        <translation>&amp;Entrenarla</translation>
    </message>
    <message>
        <source>&amp;Setting</source>
        <translation>&amp;Ajuste</translation>
    </message>
    <message>
        <source>&amp;Value</source>
        <translation>&amp;Valor</translation>
    </message>
    <message>
        <source>“%1” is not a number.</source>
        <translation>«%1» no es un número.</translation>
    </message>
    <message>
        <source>Now it is %1. Write the value for the second run.</source>
        <translation>Ahora es %1. Escriba el valor para la segunda ejecución.</translation>
    </message>
    <message>
        <source>It takes about %1, judged by the first one.</source>
        <translation>Tardará unos %1, a juzgar por la primera.</translation>
    </message>
</context>
<context>
    <name>convscope::EngineLoader</name>
    <message>
        <source>The training engine is missing: no file %1. Please build or install ConvScope again.</source>
        <translation>Falta el motor de entrenamiento: no existe el archivo %1. Compile o instale ConvScope de nuevo.</translation>
    </message>
    <message>
        <source>The training engine can&apos;t be loaded: %1. Please install LibTorch (package libtorch-dev).</source>
        <translation>No se puede cargar el motor de entrenamiento: %1. Instale LibTorch (paquete libtorch-dev).</translation>
    </message>
    <message>
        <source>The training engine %1 belongs to another version of ConvScope. Please build or install it again.</source>
        <translation>El motor de entrenamiento %1 pertenece a otra versión de ConvScope. Compílelo o instálelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>convscope::EpochTableModel</name>
    <message>
        <source>The epoch with the lowest test loss.</source>
        <translation>La época con la menor pérdida de prueba.</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Época</translation>
    </message>
    <message>
        <source>Train loss</source>
        <translation>Pérdida entren.</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>Pérdida prueba</translation>
    </message>
    <message>
        <source>Train accuracy</source>
        <translation>Exactitud entren.</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>Exactitud prueba</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Tasa de aprendizaje</translation>
    </message>
    <message>
        <source>Seconds</source>
        <translation>Segundos</translation>
    </message>
    <message>
        <source>How many times every training picture has been seen.</source>
        <translation>Cuántas veces se ha visto cada imagen de entrenamiento.</translation>
    </message>
    <message>
        <source>Mean loss of the epoch&apos;s batches while they were trained.</source>
        <translation>Pérdida media de los lotes de la época mientras se entrenaban.</translation>
    </message>
    <message>
        <source>Loss on all test pictures after the epoch. Where it rises while the train loss falls, the network overfits.</source>
        <translation>Pérdida en todas las imágenes de prueba después de la época. Donde sube mientras la de entrenamiento baja, hay sobreajuste.</translation>
    </message>
    <message>
        <source>Size of the steps at the epoch&apos;s last batch.</source>
        <translation>Tamaño de los pasos en el último lote de la época.</translation>
    </message>
    <message>
        <source>Time for training and testing in this epoch.</source>
        <translation>Tiempo de entrenamiento y prueba en esta época.</translation>
    </message>
    <message>
        <source>Training pictures per second.</source>
        <translation>Imágenes de entrenamiento por segundo.</translation>
    </message>
    <message>
        <source>Pictures/s</source>
        <translation>Imágenes/s</translation>
    </message>
    <message>
        <source>Share of the training pictures that were recognised while the network trained on them.</source>
        <translation>Proporción de las imágenes de entrenamiento que se reconocieron mientras la red entrenaba con ellas.</translation>
    </message>
    <message>
        <source>Share of the test pictures that are recognised after the epoch.</source>
        <translation>Proporción de las imágenes de prueba que se reconocen después de la época.</translation>
    </message>
    <message>
        <source>lowest test loss</source>
        <translation>menor pérdida de prueba</translation>
    </message>
</context>
<context>
    <name>convscope::ExperimentFile</name>
    <message>
        <source>The settings file %1 can&apos;t be read: %2.</source>
        <translation>No se puede leer el archivo de ajustes %1: %2.</translation>
    </message>
    <message>
        <source>%1 is not a file. Please choose a settings file (JSON).</source>
        <translation>%1 no es un archivo. Elija un archivo de configuración (JSON).</translation>
    </message>
</context>
<context>
    <name>convscope::ExperimentForm</name>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>Red</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entrenamiento</translation>
    </message>
    <message>
        <source>Undo change of settings</source>
        <translation>Deshacer cambio de ajustes</translation>
    </message>
    <message>
        <source>Redo change of settings</source>
        <translation>Rehacer cambio de ajustes</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experimento</translation>
    </message>
    <message>
        <source>&amp;Find the learning rate…</source>
        <translation>&amp;Buscar la tasa de aprendizaje…</translation>
    </message>
    <message>
        <source>Tries all learning rates on a copy of the network, in a few seconds, and proposes one</source>
        <translation>Prueba en unos segundos todas las tasas de aprendizaje con una copia de la red y propone una</translation>
    </message>
</context>
<context>
    <name>convscope::ExperimentLines</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>convscope::ExportedWeights</name>
    <message>
        <source>The file %1 doesn&apos;t say which network its weights belong to (there is no “experiment” in its metadata). Files that this program exported do.</source>
        <translation>El archivo %1 no dice a qué red pertenecen sus pesos (no hay «experiment» en sus metadatos). Los que exportó este programa sí lo dicen.</translation>
    </message>
    <message>
        <source>The network that the file %1 describes is impossible: %2</source>
        <translation>La red que describe el archivo %1 es imposible: %2</translation>
    </message>
    <message>
        <source>The weights in the file %1 don&apos;t fit the network that it describes: “output” or the first layer after the convolutions is missing, or has another size.</source>
        <translation>Los pesos del archivo %1 no encajan en la red que describe: falta «output» o la primera capa después de las convoluciones, o tiene otro tamaño.</translation>
    </message>
    <message>
        <source>The weights in the file %1 don&apos;t fit the network that it describes: “%2” is missing, too many, or of another shape.</source>
        <translation>Los pesos del archivo %1 no encajan en la red que describe: «%2» falta, sobra o tiene otra forma.</translation>
    </message>
</context>
<context>
    <name>convscope::FeatureMapsPage</name>
    <message>
        <source>&amp;Start training</source>
        <translation>&amp;Empezar a entrenar</translation>
    </message>
    <message>
        <source>Train the network that is chosen in the experiment form.</source>
        <translation>Entrena la red elegida en el formulario del experimento.</translation>
    </message>
    <message>
        <source>Here a picture will go through the network from left to right: what every layer makes of it, up to the answer, changing while the network learns.</source>
        <translation>Aquí una imagen atravesará la red de izquierda a derecha: lo que cada capa hace de ella, hasta la respuesta, cambiando mientras la red aprende.</translation>
    </message>
    <message>
        <source>The network of this moment is being fetched.</source>
        <translation>Se está trayendo la red de este momento.</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1 · %2 · %3 → %4, %5 %</source>
        <translation>%1 · %2 · %3 → %4, %5 %</translation>
    </message>
    <message>
        <source>Test picture %1</source>
        <translation>Imagen de prueba %1</translation>
    </message>
</context>
<context>
    <name>convscope::FileAnswer</name>
    <message>
        <source>There is nothing in the picture %1 that differs from its background.</source>
        <translation>No hay nada en la imagen %1 que se distinga de su fondo.</translation>
    </message>
</context>
<context>
    <name>convscope::FileDialogs</name>
    <message>
        <source>Open settings</source>
        <translation>Abrir ajustes</translation>
    </message>
    <message>
        <source>Settings (*.json)</source>
        <translation>Ajustes (*.json)</translation>
    </message>
    <message>
        <source>Save settings</source>
        <translation>Guardar ajustes</translation>
    </message>
    <message>
        <source>Choose the folder with the four IDX files</source>
        <translation>Elegir la carpeta con los cuatro archivos IDX</translation>
    </message>
</context>
<context>
    <name>convscope::FileOpener</name>
    <message>
        <source>There is no file %1.</source>
        <translation>No existe el archivo %1.</translation>
    </message>
    <message>
        <source>%1 was not opened: files of its kind can hold programs, which would run. Save the weights as safetensors (in Python: safetensors.torch.save_file) and open that file.</source>
        <translation>%1 no se abrió: los archivos de ese tipo pueden contener programas, que se ejecutarían. Guarde los pesos como safetensors (en Python: safetensors.torch.save_file) y abra ese archivo.</translation>
    </message>
    <message>
        <source>%1 is a picture. Drop it on the page “Try it” to see what a network takes it for.</source>
        <translation>%1 es una imagen. Suéltela en la página «Pruebe» para ver por qué la toma una red.</translation>
    </message>
    <message>
        <source>%1 is nothing that can be opened here: runs (.convscope), laboratories (.sqlite), settings (.json), weights (.safetensors) and folders with pictures can.</source>
        <translation>%1 no se puede abrir aquí: sí se abren ejecuciones (.convscope), laboratorios (.sqlite), ajustes (.json), pesos (.safetensors) y carpetas con imágenes.</translation>
    </message>
</context>
<context>
    <name>convscope::FilterAnimation</name>
    <message>
        <source>Fewer than two moments of this run are kept, so there is nothing that could move.</source>
        <translation>Se guardan menos de dos momentos de este entrenamiento, así que no hay nada que pueda moverse.</translation>
    </message>
    <message>
        <source>The filters after step %1 are missing in the laboratory.</source>
        <translation>Faltan en el laboratorio los filtros después del paso %1.</translation>
    </message>
    <message>
        <source>The kept filters have another size than the network&apos;s.</source>
        <translation>Los filtros guardados tienen otro tamaño que los de la red.</translation>
    </message>
    <message>
        <source>Step %1 · blue −%2, red +%2</source>
        <translation>Paso %1 · azul −%2, rojo +%2</translation>
    </message>
    <message>
        <source>“%1” was written to %2.</source>
        <translation>“%1” se guardó en %2.</translation>
    </message>
    <message>
        <source>“%1” to “%2” were written to %3.</source>
        <translation>De “%1” a “%2” se guardaron en %3.</translation>
    </message>
    <message>
        <source>The weights that are kept after step %1 have no such layer.</source>
        <translation>Los pesos que se conservan tras el paso %1 no tienen esa capa.</translation>
    </message>
</context>
<context>
    <name>convscope::FilterAnimationBox</name>
    <message>
        <source>Animation of the filters</source>
        <translation>Animación de los filtros</translation>
    </message>
    <message>
        <source>One animated picture (APNG)</source>
        <translation>Una imagen animada (APNG)</translation>
    </message>
    <message>
        <source>Numbered pictures (PNG)</source>
        <translation>Imágenes numeradas (PNG)</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Formato</translation>
    </message>
    <message>
        <source>&amp;Pictures</source>
        <translation>&amp;Imágenes</translation>
    </message>
    <message>
        <source>Pictures a &amp;second</source>
        <translation>Imágenes por &amp;segundo</translation>
    </message>
    <message>
        <source>Fewer than two moments of this run are kept, so there is nothing that could move.</source>
        <translation>Se guardan menos de dos momentos de este entrenamiento, así que no hay nada que pueda moverse.</translation>
    </message>
    <message>
        <source>%1 moments from step %2 to step %3, all with one scale.</source>
        <translation>%1 momentos del paso %2 al paso %3, todos con una misma escala.</translation>
    </message>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>Imágenes PNG (*.png)</translation>
    </message>
    <message numerus="yes">
        <source>“%1” to “%2” are there already: %Ln picture(s). Replace the whole series?</source>
        <translation>
            <numerusform>De “%1” a “%2” ya existen: %Ln imagen. ¿Reemplazar toda la serie?</numerusform>
            <numerusform>De “%1” a “%2” ya existen: %Ln imágenes. ¿Reemplazar toda la serie?</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Replace</source>
        <translation>&amp;Reemplazar</translation>
    </message>
</context>
<context>
    <name>convscope::FilterBar</name>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>Change since the start</source>
        <translation>Cambio desde el inicio</translation>
    </message>
    <message>
        <source>Change since the last moment</source>
        <translation>Cambio desde el momento anterior</translation>
    </message>
    <message>
        <source>Gradient</source>
        <translation>Gradiente</translation>
    </message>
    <message>
        <source>By number</source>
        <translation>Por número</translation>
    </message>
    <message>
        <source>Longest first</source>
        <translation>Primero los más largos</translation>
    </message>
    <message>
        <source>Like beside like</source>
        <translation>Los parecidos juntos</translation>
    </message>
    <message>
        <source>Most changed first</source>
        <translation>Primero los que más cambiaron</translation>
    </message>
    <message>
        <source>The layer whose weights are shown</source>
        <translation>La capa cuyos pesos se muestran</translation>
    </message>
    <message>
        <source>The weights, how they have changed, or where training would move them</source>
        <translation>Los pesos, cómo han cambiado o hacia dónde los movería el entrenamiento</translation>
    </message>
    <message>
        <source>The order of the filters</source>
        <translation>El orden de los filtros</translation>
    </message>
    <message>
        <source>Own scales</source>
        <translation>Escalas propias</translation>
    </message>
    <message>
        <source>Each filter uses all colours for its own numbers, so that weak ones are to be seen, too. Off: one scale for the layer.</source>
        <translation>Cada filtro usa todos los colores para sus propios números, de modo que también se vean los débiles. Desactivado: una escala para toda la capa.</translation>
    </message>
    <message>
        <source>Larger; from a certain size on the numbers stand in the squares</source>
        <translation>Más grande; a partir de cierto tamaño, los números aparecen en los cuadros</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Más pequeño</translation>
    </message>
    <message>
        <source>As large as fits</source>
        <translation>Tan grande como quepa</translation>
    </message>
    <message>
        <source>Save or copy the filters, as a picture or as numbers</source>
        <translation>Guardar o copiar los filtros, como imagen o como números</translation>
    </message>
</context>
<context>
    <name>convscope::FilterDetail</name>
    <message>
        <source>Neuron %1</source>
        <translation>Neurona %1</translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation>Filtro %1</translation>
    </message>
    <message>
        <source>Test picture %1, answer %2. Press to follow this picture through the network.</source>
        <translation>Imagen de prueba %1, respuesta %2. Púlsela para seguir esta imagen a través de la red.</translation>
    </message>
    <message>
        <source>Its answer: %1</source>
        <translation>Su respuesta: %1</translation>
    </message>
    <message>
        <source>Answer of the filter, from %1 to %2</source>
        <translation>Respuesta del filtro, de %1 a %2</translation>
    </message>
    <message>
        <source>What it answers to the picture</source>
        <translation>Qué responde a la imagen</translation>
    </message>
    <message>
        <source>What excites it most in the test pictures</source>
        <translation>Qué lo excita más en las imágenes de prueba</translation>
    </message>
    <message>
        <source>The parts of nine test pictures with its strongest answers, the strongest first</source>
        <translation>Las partes de nueve imágenes de prueba con sus respuestas más fuertes, la más fuerte primero</translation>
    </message>
    <message>
        <source>Where in the picture the filter finds what it looks for, after the activation function</source>
        <translation>Dónde encuentra el filtro lo que busca en la imagen, después de la función de activación</translation>
    </message>
    <message>
        <source>The picture that is followed through the network</source>
        <translation>La imagen que se sigue a través de la red</translation>
    </message>
    <message>
        <source>No picture yet</source>
        <translation>Todavía no hay imagen</translation>
    </message>
    <message>
        <source>Numbers of the filter</source>
        <translation>Números del filtro</translation>
    </message>
    <message>
        <source>What is remarkable about it</source>
        <translation>Qué tiene de particular</translation>
    </message>
    <message>
        <source>No picture excites it</source>
        <translation>Ninguna imagen lo excita</translation>
    </message>
    <message>
        <source>No other picture excites it</source>
        <translation>Ninguna otra imagen lo excita</translation>
    </message>
</context>
<context>
    <name>convscope::FilterNumbersBox</name>
    <message>
        <source>What the filter multiplies the pixels with, row by row:</source>
        <translation>Por qué números multiplica el filtro los píxeles, fila por fila:</translation>
    </message>
    <message>
        <source>“%1” in row %2, column %3 is not a number.</source>
        <translation>«%1», en la fila %2, columna %3, no es un número.</translation>
    </message>
    <message>
        <source>Numbers of: %1</source>
        <translation>Números de: %1</translation>
    </message>
</context>
<context>
    <name>convscope::FilterSurgery</name>
    <message>
        <source>Silence</source>
        <translation>Silenciar</translation>
    </message>
    <message>
        <source>All its numbers become zero: how much did the network need it?</source>
        <translation>Todos sus números pasan a ser cero: ¿cuánto lo necesitaba la red?</translation>
    </message>
    <message>
        <source>As at the start</source>
        <translation>Como al inicio</translation>
    </message>
    <message>
        <source>It becomes again what it was before training: did what it learned matter?</source>
        <translation>Vuelve a ser lo que era antes de entrenar: ¿importaba lo que aprendió?</translation>
    </message>
    <message>
        <source>Set numbers</source>
        <translation>Fijar números</translation>
    </message>
    <message>
        <source>Gives the filter numbers by hand, or those of a well-known kernel; in a deeper layer for the chosen input channel</source>
        <translation>Da al filtro números a mano o los de un núcleo conocido; en una capa más profunda, para el canal de entrada elegido</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>Back to the run</source>
        <translation>Volver al entrenamiento</translation>
    </message>
    <message>
        <source>By hand…</source>
        <translation>A mano…</translation>
    </message>
    <message>
        <source>Operate on the network, or freeze a filter, first.</source>
        <translation>Opere antes la red, o congele un filtro.</translation>
    </message>
    <message>
        <source>The run is still training. Stop it first: this makes a new run.</source>
        <translation>La ejecución aún se está entrenando. Deténgala antes: esto crea una ejecución nueva.</translation>
    </message>
    <message>
        <source>This run is not kept in a laboratory, so no other can go on from it.</source>
        <translation>Esta ejecución no se guarda en un laboratorio, así que ninguna otra puede continuar desde ella.</translation>
    </message>
    <message>
        <source>Makes a new run that begins with this copy, keeps the frozen filters as they are, and names its parent. The run itself stays as it is.</source>
        <translation>Crea una ejecución nueva que empieza con esta copia, deja los filtros congelados como están y nombra a su antecesora. La ejecución misma queda como está.</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>Congelar</translation>
    </message>
    <message>
        <source>It stays as it is when training goes on from here, while the others learn around it: its numbers, its bias and what the optimiser remembers of it</source>
        <translation>Queda como está cuando el entrenamiento sigue desde aquí, mientras los demás aprenden a su alrededor: sus números, su sesgo y lo que el optimizador recuerda de él</translation>
    </message>
    <message>
        <source>&amp;Train on from here</source>
        <translation>&amp;Seguir entrenando desde aquí</translation>
    </message>
    <message>
        <source>Your operations on step %1 are kept: &lt;a href=&quot;%2&quot;&gt;back to them&lt;/a&gt;.</source>
        <translation>Sus operaciones en el paso %1 se conservan: &lt;a href=&quot;%2&quot;&gt;volver a ellas&lt;/a&gt;.</translation>
    </message>
    <message>
        <source>Operate on filter %1</source>
        <translation>Operar el filtro %1</translation>
    </message>
    <message>
        <source>Operate on neuron %1</source>
        <translation>Operar la neurona %1</translation>
    </message>
    <message>
        <source>Filter %1</source>
        <translation>Filtro %1</translation>
    </message>
    <message>
        <source>%1, input channel %2</source>
        <translation>%1, canal de entrada %2</translation>
    </message>
    <message>
        <source>Takes back the last operation (%1)</source>
        <translation>Deshace la última operación (%1)</translation>
    </message>
    <message>
        <source>Does again what was taken back (%1)</source>
        <translation>Rehace lo que se deshizo (%1)</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Rehacer</translation>
    </message>
    <message>
        <source>Takes back all operations</source>
        <translation>Deshace todas las operaciones</translation>
    </message>
    <message>
        <source>Another run is training. Stop it, or wait for its end.</source>
        <translation>Otra ejecución está entrenando. Deténgala o espere a que termine.</translation>
    </message>
</context>
<context>
    <name>convscope::FilterTexts</name>
    <message>
        <source>Outputs: %1×%1 weights each</source>
        <translation>Salidas: %1×%1 pesos cada una</translation>
    </message>
    <message>
        <source>Hidden layer 1: %1 neurons, %2×%2 weights each</source>
        <translation>Capa oculta 1: %1 neuronas, %2×%2 pesos cada una</translation>
    </message>
    <message>
        <source>Convolution %1: %2 filters of %3×%3</source>
        <translation>Convolución %1: %2 filtros de %3×%3</translation>
    </message>
    <message>
        <source>Convolution %1: %2 filters of %3×%3×%4</source>
        <translation>Convolución %1: %2 filtros de %3×%3×%4</translation>
    </message>
    <message>
        <source>How far each number has moved since step %1: red has grown, blue has become less.</source>
        <translation>Cuánto se ha movido cada número desde el paso %1: el rojo ha crecido, el azul ha disminuido.</translation>
    </message>
    <message>
        <source>The gradient of the loss, the mean over the first %1 training pictures, without dropout: making a red number larger makes the loss worse, making a blue one larger makes it better. Training goes against it.</source>
        <translation>El gradiente de la pérdida, promedio sobre las primeras %1 imágenes de entrenamiento, sin dropout: aumentar un número rojo empeora la pérdida, aumentar uno azul la mejora. El entrenamiento va en contra de él.</translation>
    </message>
    <message>
        <source>Each picture is one neuron: what it adds up of the pixels. Light on red excites it, light on blue holds it back.</source>
        <translation>Cada imagen es una neurona: lo que suma de los píxeles. La luz sobre rojo la excita, la luz sobre azul la frena.</translation>
    </message>
    <message>
        <source>Each square is one filter: %1×%1 numbers that slide over the picture. Light on red counts for it, light on blue against it. Red beside blue answers to an edge.</source>
        <translation>Cada cuadro es un filtro: %1×%1 números que se deslizan sobre la imagen. La luz sobre rojo cuenta a favor, la luz sobre azul en contra. Rojo junto a azul responde a un borde.</translation>
    </message>
    <message>
        <source>Each row is one filter, each column one channel that the layer before hands on: the filter adds up what its %1 little pictures find.</source>
        <translation>Cada fila es un filtro, cada columna un canal que entrega la capa anterior: el filtro suma lo que encuentran sus %1 pequeñas imágenes.</translation>
    </message>
    <message>
        <source>The untrained network of this run is not kept, so there is nothing to compare with.</source>
        <translation>La red sin entrenar de este entrenamiento no se guarda, así que no hay con qué comparar.</translation>
    </message>
    <message>
        <source>There is no earlier moment to compare with yet. Train a batch, or move the time line.</source>
        <translation>Todavía no hay un momento anterior con el que comparar. Entrene un lote o mueva la línea de tiempo.</translation>
    </message>
    <message>
        <source>The gradient is being computed…</source>
        <translation>Se está calculando el gradiente…</translation>
    </message>
    <message>
        <source>The weights of this moment are being read…</source>
        <translation>Se están leyendo los pesos de este momento…</translation>
    </message>
    <message>
        <source>dead</source>
        <translation>muerto</translation>
    </message>
    <message>
        <source>still</source>
        <translation>quieto</translation>
    </message>
    <message>
        <source>huge</source>
        <translation>enorme</translation>
    </message>
    <message>
        <source>Dead: it gives the same answer everywhere in all test pictures, so nothing behind it learns from it.</source>
        <translation>Muerto: da la misma respuesta en todas partes de todas las imágenes de prueba, así que nada aprende de él.</translation>
    </message>
    <message>
        <source>Twin of filter %1: their weights point the same way (cosine %2), so one of them would do.</source>
        <translation>Gemelo del filtro %1: sus pesos apuntan en la misma dirección (coseno %2), así que bastaría uno de ellos.</translation>
    </message>
    <message>
        <source>Nearly as it was at the start: it has moved by %1 of its length.</source>
        <translation>Casi como al inicio: se ha movido un %1 de su longitud.</translation>
    </message>
    <message>
        <source>Exploding: it is %1 times as long as at the start.</source>
        <translation>Explota: es %1 veces más largo que al inicio.</translation>
    </message>
    <message>
        <source>Exploding: its numbers are no longer finite.</source>
        <translation>Explota: sus números ya no son finitos.</translation>
    </message>
    <message>
        <source>No filter stands out.</source>
        <translation>Ningún filtro llama la atención.</translation>
    </message>
    <message>
        <source>Length (norm): %1</source>
        <translation>Longitud (norma): %1</translation>
    </message>
    <message>
        <source>Bias: %1</source>
        <translation>Sesgo: %1</translation>
    </message>
    <message>
        <source>Moved since the start: %1 of its length</source>
        <translation>Movimiento desde el inicio: %1 de su longitud</translation>
    </message>
    <message>
        <source>Mean answer over the test pictures: %1</source>
        <translation>Respuesta media en las imágenes de prueba: %1</translation>
    </message>
    <message>
        <source>Active in %1 of the pictures</source>
        <translation>Activa en el %1 de las imágenes</translation>
    </message>
    <message>
        <source>Active at %1 of the places, in %2 of the pictures</source>
        <translation>Activo en el %1 de los lugares, en el %2 de las imágenes</translation>
    </message>
    <message>
        <source>The test pictures are being looked at…</source>
        <translation>Se están mirando las imágenes de prueba…</translation>
    </message>
    <message>
        <source>filter</source>
        <translation>filtro</translation>
    </message>
    <message>
        <source>input channel</source>
        <translation>canal de entrada</translation>
    </message>
    <message>
        <source>row %1, column %2</source>
        <translation>fila %1, columna %2</translation>
    </message>
    <message>
        <source>How far each number has moved since the network was untrained: red has grown, blue has become less.</source>
        <translation>Cuánto se ha movido cada número desde la red sin entrenar: el rojo ha crecido, el azul ha disminuido.</translation>
    </message>
    <message>
        <source>Dead: %1</source>
        <translation>Muertos: %1</translation>
    </message>
    <message>
        <source>With a twin: %1</source>
        <translation>Con gemelo: %1</translation>
    </message>
    <message>
        <source>Nearly unchanged: %1</source>
        <translation>Casi sin cambios: %1</translation>
    </message>
    <message>
        <source>Exploding: %1</source>
        <translation>Explotan: %1</translation>
    </message>
    <message>
        <source>After step %1:</source>
        <translation>Después del paso %1:</translation>
    </message>
</context>
<context>
    <name>convscope::FiltersPage</name>
    <message>
        <source>Here you will see what each filter of the network looks for, and how it came to look for it.</source>
        <translation>Aquí verá qué busca cada filtro de la red y cómo llegó a buscarlo.</translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation>Inicia&amp;r entrenamiento</translation>
    </message>
    <message>
        <source>Train the network that is chosen in the experiment form.</source>
        <translation>Entrena la red que se eligió en el formulario del experimento.</translation>
    </message>
    <message>
        <source>Filters of the layer</source>
        <translation>Filtros de la capa</translation>
    </message>
    <message>
        <source>Dead: the same answer everywhere in all test pictures. Twin (≈): its weights point the same way as another&apos;s, cosine over 0.95. Still: moved by less than 5 % of its length since the start. Huge: more than ten times as long as at the start.</source>
        <translation>Muerto: la misma respuesta en todas partes de todas las imágenes de prueba. Gemelo (≈): sus pesos apuntan como los de otro, coseno superior a 0,95. Quieto: se movió menos del 5 % de su longitud desde el inicio. Enorme: más de diez veces más largo que al inicio.</translation>
    </message>
    <message>
        <source>&lt;p&gt;Every filter is a handful of numbers. Blue numbers are negative, red ones positive, the colour of the ground is zero: the stronger the colour, the larger the number.&lt;/p&gt;&lt;p&gt;Click a filter for its details. Arrows choose, + and − zoom, 0 shows all; with Ctrl the wheel zooms.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Cada filtro es un puñado de números. Los azules son negativos, los rojos positivos y el color del fondo es cero: cuanto más fuerte el color, mayor el número.&lt;/p&gt;&lt;p&gt;Pulse un filtro para ver sus detalles. Las flechas eligen, + y − cambian el tamaño, 0 muestra todo; con Ctrl la rueda cambia el tamaño.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>&amp;Animation over the run…</source>
        <translation>&amp;Animación del entrenamiento…</translation>
    </message>
    <message>
        <source>Details of the filter</source>
        <translation>Detalles del filtro</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>fijo</translation>
    </message>
    <message>
        <source>Numbers in the squares: × %1</source>
        <translation>Números de los cuadros: × %1</translation>
    </message>
    <message>
        <source>step %1</source>
        <translation>paso %1</translation>
    </message>
    <message>
        <source>operated on</source>
        <translation>operada</translation>
    </message>
</context>
<context>
    <name>convscope::FiltersPicture</name>
    <message>
        <source>Blue below zero, red above, each filter with a scale of its own</source>
        <translation>Azul bajo cero, rojo sobre cero, cada filtro con su propia escala</translation>
    </message>
</context>
<context>
    <name>convscope::FoldableSection</name>
    <message>
        <source>A setting in this section needs to be corrected.</source>
        <translation>Hay que corregir un ajuste de esta sección.</translation>
    </message>
    <message>
        <source>Hides this section.</source>
        <translation>Oculta esta sección.</translation>
    </message>
    <message>
        <source>Shows this section.</source>
        <translation>Muestra esta sección.</translation>
    </message>
</context>
<context>
    <name>convscope::HiddenLayerCard</name>
    <message>
        <source>Hidden layer %1</source>
        <translation>Capa oculta %1</translation>
    </message>
</context>
<context>
    <name>convscope::IdxSentences</name>
    <message>
        <source>The file %1 is empty; an IDX file of pictures is expected. Download or copy it again.</source>
        <translation>El archivo %1 está vacío; se esperaba un archivo IDX de imágenes. Descárguelo o cópielo de nuevo.</translation>
    </message>
    <message>
        <source>The file %1 is empty; an IDX file of labels is expected. Download or copy it again.</source>
        <translation>El archivo %1 está vacío; se esperaba un archivo IDX de etiquetas. Descárguelo o cópielo de nuevo.</translation>
    </message>
    <message>
        <source>The file %1 has %2 bytes; at most 1 GiB is read from one file. Choose a smaller data set.</source>
        <translation>El archivo %1 tiene %2 bytes; de un archivo se lee como máximo 1 GiB. Elija un conjunto de datos más pequeño.</translation>
    </message>
    <message>
        <source>The file %1 is cut short: %2 bytes expected, %3 found. Download or copy it again.</source>
        <translation>El archivo %1 está incompleto: se esperaban %2 bytes y se encontraron %3. Descárguelo o cópielo de nuevo.</translation>
    </message>
    <message>
        <source>The file %1 is longer than its header announces: %2 bytes expected, %3 found. Download or copy it again.</source>
        <translation>El archivo %1 es más largo de lo que anuncia su cabecera: se esperaban %2 bytes y se encontraron %3. Descárguelo o cópielo de nuevo.</translation>
    </message>
    <message>
        <source>The file %1 holds labels (magic number %2), but pictures (%3) are expected in it. The two files may have been swapped.</source>
        <translation>El archivo %1 contiene etiquetas (número mágico %2), pero se esperaban imágenes (%3). Puede que los dos archivos estén intercambiados.</translation>
    </message>
    <message>
        <source>The file %1 is not an IDX file of pictures: magic number %3 expected, %2 found. Choose the folder of an MNIST-like data set.</source>
        <translation>El archivo %1 no es un archivo IDX de imágenes: se esperaba el número mágico %3 y se encontró %2. Elija la carpeta de un conjunto de datos como MNIST.</translation>
    </message>
    <message>
        <source>The file %1 holds pictures (magic number %2), but labels (%3) are expected in it. The two files may have been swapped.</source>
        <translation>El archivo %1 contiene imágenes (número mágico %2), pero se esperaban etiquetas (%3). Puede que los dos archivos estén intercambiados.</translation>
    </message>
    <message>
        <source>The file %1 is not an IDX file of labels: magic number %3 expected, %2 found. Choose the folder of an MNIST-like data set.</source>
        <translation>El archivo %1 no es un archivo IDX de etiquetas: se esperaba el número mágico %3 y se encontró %2. Elija la carpeta de un conjunto de datos como MNIST.</translation>
    </message>
    <message>
        <source>The header of the file %1 announces no labels; at least one is expected. Download or copy the file again.</source>
        <translation>La cabecera del archivo %1 no anuncia ninguna etiqueta; se esperaba al menos una. Descargue o copie el archivo de nuevo.</translation>
    </message>
    <message>
        <source>The header of the file %1 announces %2 pictures of %3 × %4 pixels; at least one picture of at least one pixel is expected. Download or copy the file again.</source>
        <translation>La cabecera del archivo %1 anuncia %2 imágenes de %3 × %4 píxeles; se esperaba al menos una imagen de al menos un píxel. Descargue o copie el archivo de nuevo.</translation>
    </message>
    <message>
        <source>The header of the file %1 announces %2 labels, more than the 1 GiB that is read from one file; the file itself has %3 bytes. Download or copy it again, or choose a smaller data set.</source>
        <translation>La cabecera del archivo %1 anuncia %2 etiquetas, más que el GiB que se lee de un archivo; el archivo en sí tiene %3 bytes. Descárguelo o cópielo de nuevo, o elija un conjunto de datos más pequeño.</translation>
    </message>
    <message>
        <source>The header of the file %1 announces %2 pictures of %3 × %4 pixels, more than the 1 GiB that is read from one file; the file itself has %5 bytes. Download or copy it again, or choose a smaller data set.</source>
        <translation>La cabecera del archivo %1 anuncia %2 imágenes de %3 × %4 píxeles, más que el GiB que se lee de un archivo; el archivo en sí tiene %5 bytes. Descárguelo o cópielo de nuevo, o elija un conjunto de datos más pequeño.</translation>
    </message>
    <message>
        <source>There is not enough memory for the file %1 (%2 bytes). Close other programs or choose a smaller data set.</source>
        <translation>No hay memoria suficiente para el archivo %1 (%2 bytes). Cierre otros programas o elija un conjunto de datos más pequeño.</translation>
    </message>
    <message>
        <source>The compressed file %1 is cut short: %2 bytes expected after unpacking, %3 found. Download or copy it again.</source>
        <translation>El archivo comprimido %1 está incompleto: se esperaban %2 bytes al descomprimirlo y se encontraron %3. Descárguelo o cópielo de nuevo.</translation>
    </message>
    <message>
        <source>The compressed file %1 is cut short: the checksum at its end is expected and missing. Download or copy it again.</source>
        <translation>El archivo comprimido %1 está incompleto: falta la suma de verificación que se esperaba al final. Descárguelo o cópielo de nuevo.</translation>
    </message>
    <message>
        <source>The compressed file %1 is damaged: after unpacking, its contents don&apos;t match its own checksum. Download or copy it again.</source>
        <translation>El archivo comprimido %1 está dañado: una vez descomprimido, su contenido no coincide con su propia suma de verificación. Descárguelo o cópielo de nuevo.</translation>
    </message>
    <message>
        <source>The compressed file %1 holds more than its header announces: %2 bytes expected after unpacking, more found. Download or copy it again.</source>
        <translation>El archivo comprimido %1 contiene más de lo que anuncia su cabecera: se esperaban %2 bytes al descomprimirlo y se encontraron más. Descárguelo o cópielo de nuevo.</translation>
    </message>
    <message>
        <source>The compressed file %1 holds less than an IDX file with its header has: %2 bytes expected after unpacking, %3 found. Download or copy it again.</source>
        <translation>El archivo comprimido %1 contiene menos de lo que corresponde a un archivo IDX con su cabecera: se esperaban %2 bytes al descomprimirlo y se encontraron %3. Descárguelo o cópielo de nuevo.</translation>
    </message>
    <message>
        <source>Something follows the end of the compressed data in the file %1: nothing more was expected, %2 bytes were found. Download or copy it again.</source>
        <translation>Algo sigue al final de los datos comprimidos en el archivo %1: no se esperaba nada más, se encontraron %2 bytes. Descárguelo o cópielo de nuevo.</translation>
    </message>
    <message>
        <source>The compressed file %1 is damaged: %2 bytes expected after unpacking, but it can be unpacked only up to byte %3. Download or copy it again.</source>
        <translation>El archivo comprimido %1 está dañado: se esperaban %2 bytes al descomprimir, pero solo se puede descomprimir hasta el byte %3. Descárguelo o cópielo de nuevo.</translation>
    </message>
</context>
<context>
    <name>convscope::InitialWeights</name>
    <message>
        <source>the network has no “%1”</source>
        <translation>la red no tiene «%1»</translation>
    </message>
    <message>
        <source>“%1” is %2, but the network needs %3</source>
        <translation>«%1» es de %2, pero la red necesita %3</translation>
    </message>
    <message>
        <source>“%1” is missing</source>
        <translation>falta «%1»</translation>
    </message>
    <message>
        <source>The weights in %1 don&apos;t fit this network: %2. Choose the settings that they were trained with.</source>
        <translation>Los pesos de %1 no encajan en esta red: %2. Elija los ajustes con los que se entrenaron.</translation>
    </message>
</context>
<context>
    <name>convscope::Inspection</name>
    <message>
        <source>Test picture %1</source>
        <translation>Imagen de prueba %1</translation>
    </message>
    <message>
        <source>This run is not kept in a laboratory, so only its present moment can be shown.</source>
        <translation>Esta ejecución no se guarda en un laboratorio; por eso solo se puede mostrar su momento actual.</translation>
    </message>
</context>
<context>
    <name>convscope::KernelGrid</name>
    <message>
        <source>Filter %1</source>
        <translation>Filtro %1</translation>
    </message>
    <message>
        <source>input channel %1</source>
        <translation>canal de entrada %1</translation>
    </message>
    <message>
        <source>%1: %2 at column %3, row %4</source>
        <translation>%1: %2 en la columna %3, fila %4</translation>
    </message>
</context>
<context>
    <name>convscope::Laboratory</name>
    <message>
        <source>The run “%1” has trained as many epochs already.</source>
        <translation>La ejecución «%1» ya ha entrenado esas épocas.</translation>
    </message>
</context>
<context>
    <name>convscope::LayerCard</name>
    <message>
        <source>%1, %2: %3</source>
        <extracomment>A heading (&quot;Convolution 1&quot;), the name of a setting in it, and a whole sentence about what is written there.</extracomment>
        <translation>%1, %2: %3</translation>
    </message>
    <message>
        <source>Move up: %1</source>
        <extracomment>%1 is a heading such as &quot;Convolution 1&quot;</extracomment>
        <translation>Subir: %1</translation>
    </message>
    <message>
        <source>Move down: %1</source>
        <translation>Bajar: %1</translation>
    </message>
    <message>
        <source>Remove: %1</source>
        <translation>Quitar: %1</translation>
    </message>
    <message>
        <source>Move up (Ctrl+Up)</source>
        <translation>Subir (Ctrl+Arriba)</translation>
    </message>
    <message>
        <source>Move down (Ctrl+Down)</source>
        <translation>Bajar (Ctrl+Abajo)</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>convscope::LayerTableModel</name>
    <message>
        <source>%1 k</source>
        <extracomment>Thousand, as in &quot;226 k&quot;</extracomment>
        <translation>%1 k</translation>
    </message>
    <message>
        <source>%1 M</source>
        <extracomment>Million, as in &quot;3.6 M&quot;</extracomment>
        <translation>%1 M</translation>
    </message>
    <message>
        <source>%1 G</source>
        <extracomment>Thousand million, as in &quot;1.2 G&quot;</extracomment>
        <translation>%1 G</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Capa</translation>
    </message>
    <message>
        <source>What leaves the layer for one picture: maps × rows × columns</source>
        <translation>Lo que sale de la capa para una imagen: mapas × filas × columnas</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Parameters: the numbers that are learned</source>
        <translation>Parámetros: los números que se aprenden</translation>
    </message>
    <message>
        <source>Param.</source>
        <translation>Parám.</translation>
    </message>
    <message>
        <source>Multiplications for one picture, forward</source>
        <translation>Multiplicaciones para una imagen, en el paso hacia adelante</translation>
    </message>
    <message>
        <source>Mult.</source>
        <translation>Mult.</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Total</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>A kind of layer and the name of its parameters: &quot;Convolution (conv1)&quot;</extracomment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>convscope::LayerTableView</name>
    <message>
        <source>Layers of the network</source>
        <translation>Capas de la red</translation>
    </message>
</context>
<context>
    <name>convscope::LiveControls</name>
    <message>
        <source>Change now:</source>
        <translation>Cambiar ahora:</translation>
    </message>
    <message>
        <source>These act at the next batch of the running training. The change is kept with the run and marked on the curves.</source>
        <translation>Estos valores actúan en el próximo lote del entrenamiento en curso. El cambio se guarda con la ejecución y se marca en las curvas.</translation>
    </message>
    <message>
        <source>Change now: %1</source>
        <extracomment>Accessible name of a field that changes the running training; %1 is the name of a setting.</extracomment>
        <translation>Cambiar ahora: %1</translation>
    </message>
    <message>
        <source>This network has no layer with dropout.</source>
        <translation>Esta red no tiene ninguna capa con dropout.</translation>
    </message>
</context>
<context>
    <name>convscope::Machine</name>
    <message numerus="yes">
        <source>%n processor(s)</source>
        <translation>
            <numerusform>%n procesador</numerusform>
            <numerusform>%n procesadores</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::MainMenus</name>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Editar</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>E&amp;jecución</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>Ay&amp;uda</translation>
    </message>
    <message>
        <source>&amp;Open settings…</source>
        <translation>&amp;Abrir ajustes…</translation>
    </message>
    <message>
        <source>&amp;Save settings…</source>
        <translation>&amp;Guardar ajustes…</translation>
    </message>
    <message>
        <source>Choose &amp;data folder…</source>
        <translation>Elegir carpeta de &amp;datos…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Idioma</translation>
    </message>
    <message>
        <source>&amp;Appearance</source>
        <translation>&amp;Apariencia</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Según el &amp;sistema</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Claro</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Oscuro</translation>
    </message>
    <message>
        <source>&amp;What&apos;s this?</source>
        <translation>¿Qué &amp;es esto?</translation>
    </message>
    <message>
        <source>&amp;About ConvScope</source>
        <translation>&amp;Acerca de ConvScope</translation>
    </message>
    <message>
        <source>About &amp;Qt</source>
        <translation>Acerca de &amp;Qt</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Atajos de teclado</translation>
    </message>
    <message>
        <source>&amp;Import runs…</source>
        <translation>&amp;Importar ejecuciones…</translation>
    </message>
    <message>
        <source>Add runs from .convscope files. Dropping the files on the window does the same.</source>
        <translation>Añade ejecuciones de archivos .convscope. Soltar los archivos sobre la ventana hace lo mismo.</translation>
    </message>
    <message>
        <source>Load &amp;weights…</source>
        <translation>Cargar &amp;pesos…</translation>
    </message>
    <message>
        <source>A network from a safetensors file, as a run that waits before its first batch: to look at, to try, or to train on.</source>
        <translation>Una red de un archivo safetensors, como ejecución que espera antes de su primer lote: para mirarla, probarla o seguir entrenándola.</translation>
    </message>
    <message>
        <source>S&amp;weep…</source>
        <translation>&amp;Barrido…</translation>
    </message>
    <message>
        <source>Trains many variants of the experiment in the form and compares them.</source>
        <translation>Entrena muchas variantes del experimento del formulario y las compara.</translation>
    </message>
    <message>
        <source>The pap&amp;er&apos;s experiments…</source>
        <translation>Los experimentos del &amp;artículo…</translation>
    </message>
    <message>
        <source>Trains the experiments of the paper again, and holds its claims against what comes out.</source>
        <translation>Entrena de nuevo los experimentos del artículo y contrasta sus afirmaciones con lo que sale.</translation>
    </message>
</context>
<context>
    <name>convscope::MainWindow</name>
    <message>
        <source>ConvScope</source>
        <translation>ConvScope</translation>
    </message>
    <message>
        <source>Experiment</source>
        <translation>Experimento</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Ejecuciones</translation>
    </message>
</context>
<context>
    <name>convscope::MapDrawing</name>
    <message>
        <source>%1, channel %2</source>
        <translation>%1, canal %2</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message numerus="yes">
        <source>Output: %Ln number(s)</source>
        <translation>
            <numerusform>Salida: %Ln número</numerusform>
            <numerusform>Salida: %Ln números</numerusform>
        </translation>
    </message>
    <message>
        <source>Output, channel %1</source>
        <translation>Salida, canal %1</translation>
    </message>
    <message>
        <source>pixel = %1</source>
        <translation>píxel = %1</translation>
    </message>
    <message>
        <source>0 is black, the background; 1 is white. The bytes 0 to 255 of the file are divided by 255.</source>
        <translation>0 es negro, el fondo; 1 es blanco. Los bytes de 0 a 255 del archivo se dividen por 255.</translation>
    </message>
    <message>
        <source>x, the input</source>
        <translation>x, la entrada</translation>
    </message>
    <message>
        <source>mean μ</source>
        <translation>media μ</translation>
    </message>
    <message>
        <source>variance σ²</source>
        <translation>varianza σ²</translation>
    </message>
    <message>
        <source>scale γ (learned)</source>
        <translation>escala γ (aprendida)</translation>
    </message>
    <message>
        <source>shift β (learned)</source>
        <translation>desplazamiento β (aprendido)</translation>
    </message>
    <message>
        <source>result</source>
        <translation>resultado</translation>
    </message>
    <message>
        <source>top left</source>
        <translation>arriba a la izquierda</translation>
    </message>
    <message>
        <source>top right</source>
        <translation>arriba a la derecha</translation>
    </message>
    <message>
        <source>bottom left</source>
        <translation>abajo a la izquierda</translation>
    </message>
    <message>
        <source>bottom right</source>
        <translation>abajo a la derecha</translation>
    </message>
    <message>
        <source>The one %1 has won.</source>
        <translation>Ha ganado el de %1.</translation>
    </message>
    <message>
        <source>Number %1 of the list. Nothing is computed: the same value stands in another place.</source>
        <translation>Número %1 de la lista. No se calcula nada: el mismo valor está en otro lugar.</translation>
    </message>
    <message>
        <source>In training, %1 of the time</source>
        <translation>Al entrenar, el %1 de las veces</translation>
    </message>
    <message>
        <source>The neuron is silent for this picture.</source>
        <translation>La neurona calla para esta imagen.</translation>
    </message>
    <message>
        <source>Multiplied by 1 / (1 − p), so that the sum stays as large on average.</source>
        <translation>Se multiplica por 1 / (1 − p), para que la suma siga siendo igual en promedio.</translation>
    </message>
    <message>
        <source>In evaluation, as here</source>
        <translation>Al evaluar, como aquí</translation>
    </message>
    <message>
        <source>Dropout does nothing.</source>
        <translation>El dropout no hace nada.</translation>
    </message>
    <message>
        <source>((channel − 1) · height + row − 1) · width + column</source>
        <translation>((canal − 1) · alto + fila − 1) · ancho + columna</translation>
    </message>
</context>
<context>
    <name>convscope::MapsCanvas</name>
    <message>
        <source>Feature maps</source>
        <translation>Mapas de características</translation>
    </message>
</context>
<context>
    <name>convscope::MapsComparer</name>
    <message>
        <source>Test picture %1</source>
        <translation>Imagen de prueba %1</translation>
    </message>
    <message>
        <source>This run is not kept in a laboratory, so there is no other moment and no other run to compare with.</source>
        <translation>Esta ejecución no se guarda en un laboratorio, así que no hay otro momento ni otra ejecución con que comparar.</translation>
    </message>
    <message>
        <source>No weights are kept of the run “%1”.</source>
        <translation>No se guardan pesos de la ejecución «%1».</translation>
    </message>
    <message>
        <source>There is no other run yet. Train another network to compare it with this one.</source>
        <translation>Aún no hay otra ejecución. Entrene otra red para compararla con esta.</translation>
    </message>
</context>
<context>
    <name>convscope::MapsComparison</name>
    <message>
        <source>Compare &amp;with</source>
        <translation>C&amp;omparar con</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>the untrained network</source>
        <translation>la red sin entrenar</translation>
    </message>
    <message>
        <source>another moment</source>
        <translation>otro momento</translation>
    </message>
    <message>
        <source>another picture</source>
        <translation>otra imagen</translation>
    </message>
    <message>
        <source>another run</source>
        <translation>otra ejecución</translation>
    </message>
    <message>
        <source>Shows a second way through the network beneath the first, so that you see what training, the picture or the settings change.</source>
        <translation>Muestra un segundo recorrido por la red debajo del primero, para ver qué cambian el entrenamiento, la imagen o los ajustes.</translation>
    </message>
    <message>
        <source>Moment to compare with</source>
        <translation>Momento con el que comparar</translation>
    </message>
    <message>
        <source>Test picture to compare with</source>
        <translation>Imagen de prueba con la que comparar</translation>
    </message>
    <message>
        <source>Run to compare with</source>
        <translation>Ejecución con la que comparar</translation>
    </message>
    <message>
        <source>Its newest weights</source>
        <translation>Sus pesos más recientes</translation>
    </message>
</context>
<context>
    <name>convscope::MapsDetail</name>
    <message>
        <source>What is pointed at</source>
        <translation>Lo que se señala</translation>
    </message>
    <message>
        <source>Point at a map, or go there with Tab and the arrow keys: here you will see what it is made of, with the weights.</source>
        <translation>Señale un mapa, o vaya a él con Tab y las flechas: aquí verá de qué está hecho, con los pesos.</translation>
    </message>
    <message>
        <source>Value %1</source>
        <translation>Valor %1</translation>
    </message>
    <message numerus="yes">
        <source>= %1 from %Ln map(s)</source>
        <translation>
            <numerusform>= %1 de %Ln mapa</numerusform>
            <numerusform>= %1 de %Ln mapas</numerusform>
        </translation>
    </message>
    <message>
        <source>− %1 (its own offset)</source>
        <translation>− %1 (su propio sesgo)</translation>
    </message>
    <message>
        <source>+ %1 (its own offset)</source>
        <translation>+ %1 (su propio sesgo)</translation>
    </message>
    <message>
        <source>Sees %1 × %2 pixels of the picture</source>
        <translation>Ve %1 × %2 píxeles de la imagen</translation>
    </message>
    <message>
        <source>Goes on with</source>
        <translation>Sigue con</translation>
    </message>
    <message>
        <source>Value %1, in the other %2</source>
        <translation>Valor %1, en el otro %2</translation>
    </message>
    <message>
        <source>Sees the whole picture</source>
        <translation>Ve la imagen entera</translation>
    </message>
    <message>
        <source>Comes from</source>
        <translation>Viene de</translation>
    </message>
    <message>
        <source>Window × weights</source>
        <translation>Ventana × pesos</translation>
    </message>
    <message>
        <source>Window × weights = share; the %1 largest of %2</source>
        <translation>Ventana × pesos = aporte; los %1 mayores de %2</translation>
    </message>
    <message>
        <source>no. %1</source>
        <translation>n.º %1</translation>
    </message>
</context>
<context>
    <name>convscope::MapsProbeBar</name>
    <message>
        <source>Pict&amp;ure</source>
        <translation>&amp;Imagen</translation>
    </message>
    <message>
        <source>Number of the test picture</source>
        <translation>Número de la imagen de prueba</translation>
    </message>
    <message>
        <source>Which test picture goes through the network. The network has never trained with it.</source>
        <translation>Qué imagen de prueba atraviesa la red. La red nunca ha entrenado con ella.</translation>
    </message>
    <message>
        <source>The picture before, of the chosen class</source>
        <translation>La imagen anterior de la clase elegida</translation>
    </message>
    <message>
        <source>The next picture of the chosen class</source>
        <translation>La imagen siguiente de la clase elegida</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Al azar</translation>
    </message>
    <message>
        <source>Any picture of the chosen class</source>
        <translation>Una imagen cualquiera de la clase elegida</translation>
    </message>
    <message>
        <source>Class of the pictures</source>
        <translation>Clase de las imágenes</translation>
    </message>
    <message>
        <source>Arrows and chance stay within this class.</source>
        <translation>Las flechas y el azar se quedan en esta clase.</translation>
    </message>
    <message>
        <source>All classes</source>
        <translation>Todas las clases</translation>
    </message>
</context>
<context>
    <name>convscope::MapsToolBar</name>
    <message>
        <source>&amp;Colours</source>
        <translation>&amp;Colores</translation>
    </message>
    <message>
        <source>by map</source>
        <translation>por mapa</translation>
    </message>
    <message>
        <source>by layer</source>
        <translation>por capa</translation>
    </message>
    <message>
        <source>whole network</source>
        <translation>toda la red</translation>
    </message>
    <message>
        <source>Which maps share one colour scale. By layer, a map that stays dark says less than its neighbours; by map, each shows all it has; with one scale for the whole network layers can be compared.</source>
        <translation>Qué mapas comparten una escala de colores. Por capa, un mapa que queda oscuro dice menos que sus vecinos; por mapa, cada uno muestra todo lo que tiene; con una escala para toda la red se pueden comparar las capas.</translation>
    </message>
    <message>
        <source>Explain</source>
        <translation>Explicar</translation>
    </message>
    <message>
        <source>A sentence above every layer that says what it does</source>
        <translation>Una frase sobre cada capa que dice lo que hace</translation>
    </message>
    <message>
        <source>Smaller maps (−, or Ctrl and the wheel)</source>
        <translation>Mapas más pequeños (−, o Ctrl y la rueda)</translation>
    </message>
    <message>
        <source>Larger maps (+, or Ctrl and the wheel)</source>
        <translation>Mapas más grandes (+, o Ctrl y la rueda)</translation>
    </message>
    <message>
        <source>Save or copy the whole picture, or the numbers of the map that is lit</source>
        <translation>Guardar o copiar la imagen entera, o los números del mapa iluminado</translation>
    </message>
</context>
<context>
    <name>convscope::MedianRule</name>
    <message>
        <source>%1&#xa0;%</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>stop.%1: unknown key. Known are: %2.</source>
        <translation>stop.%1: clave desconocida. Se conocen: %2.</translation>
    </message>
    <message>
        <source>stop.rule: the only rule there is is “median”.</source>
        <translation>stop.rule: la única regla que hay es «median».</translation>
    </message>
    <message>
        <source>stop.measure: choose “test_accuracy” or “test_loss”.</source>
        <translation>stop.measure: elija «test_accuracy» o «test_loss».</translation>
    </message>
    <message>
        <source>stop.%1: write a whole number of 1 or more.</source>
        <translation>stop.%1: escriba un número entero de 1 o más.</translation>
    </message>
    <message numerus="yes">
        <source>Given up after epoch %1 by the median rule: its lowest test loss was %2, and the median of %Ln other run(s) of the sweep up to there %3.</source>
        <translation>
            <numerusform>Abandonada tras la época %1 por la regla de la mediana: su menor pérdida de prueba era %2, y la de %Ln otra ejecución del barrido hasta allí, %3.</numerusform>
            <numerusform>Abandonada tras la época %1 por la regla de la mediana: su menor pérdida de prueba era %2, y la mediana de otras %Ln ejecuciones del barrido hasta allí, %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Given up after epoch %1 by the median rule: its best test accuracy was %2, and the median of %Ln other run(s) of the sweep up to there %3.</source>
        <translation>
            <numerusform>Abandonada tras la época %1 por la regla de la mediana: su mejor exactitud de prueba era %2, y la de %Ln otra ejecución del barrido hasta allí, %3.</numerusform>
            <numerusform>Abandonada tras la época %1 por la regla de la mediana: su mejor exactitud de prueba era %2, y la mediana de otras %Ln ejecuciones del barrido hasta allí, %3.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::Memorised</name>
    <message>
        <source>It was given up.</source>
        <translation>Se abandonó.</translation>
    </message>
</context>
<context>
    <name>convscope::MessageRow</name>
    <message>
        <source>Information</source>
        <translation>Información</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Advertencia</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Error</translation>
    </message>
    <message>
        <source>Close this message (Esc)</source>
        <translation>Cerrar este mensaje (Esc)</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>convscope::NeuronDrawing</name>
    <message>
        <source>The strongest that push it up</source>
        <translation>Las que más la empujan hacia arriba</translation>
    </message>
    <message>
        <source>The strongest that pull it down</source>
        <translation>Las que más la empujan hacia abajo</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>imagen</translation>
    </message>
    <message>
        <source>channel %1</source>
        <translation>canal %1</translation>
    </message>
    <message>
        <source>× weights</source>
        <translation>× pesos</translation>
    </message>
    <message>
        <source>= products, sum %1</source>
        <translation>= productos: %1</translation>
    </message>
    <message numerus="yes">
        <source>This channel counts most; there are %Ln other(s).</source>
        <translation>
            <numerusform>Este canal es el que más cuenta; hay %Ln más.</numerusform>
            <numerusform>Este canal es el que más cuenta; hay otros %Ln.</numerusform>
        </translation>
    </message>
    <message>
        <source>row %1, col. %2</source>
        <translation>fila %1, col. %2</translation>
    </message>
    <message>
        <source>ch. %1, row %2, col. %3</source>
        <translation>can. %1, fila %2, col. %3</translation>
    </message>
    <message>
        <source>neuron %1</source>
        <translation>neurona %1</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message numerus="yes">
        <source>%Ln listed above zero</source>
        <translation>
            <numerusform>%Ln positiva</numerusform>
            <numerusform>%Ln positivas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln listed below zero</source>
        <translation>
            <numerusform>%Ln negativa</numerusform>
            <numerusform>%Ln negativas</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln other input(s)</source>
        <translation>
            <numerusform>%Ln entrada más</numerusform>
            <numerusform>otras %Ln entradas</numerusform>
        </translation>
    </message>
    <message>
        <source>bias</source>
        <translation>sesgo</translation>
    </message>
    <message>
        <source>sum</source>
        <translation>suma</translation>
    </message>
    <message>
        <source>Sum</source>
        <translation>Suma</translation>
    </message>
    <message numerus="yes">
        <source>All %Ln neuron(s) of this layer</source>
        <translation>
            <numerusform>La única neurona de esta capa</numerusform>
            <numerusform>Las %Ln neuronas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::NumberField</name>
    <message>
        <source>%1 is out of range. Choose a number from %2 to %3.</source>
        <translation>%1 está fuera de rango. Elija un número de %2 a %3.</translation>
    </message>
</context>
<context>
    <name>convscope::NumberGridView</name>
    <message>
        <source>Row %1, column %2: %3</source>
        <translation>Fila %1, columna %2: %3</translation>
    </message>
</context>
<context>
    <name>convscope::NumberText</name>
    <message>
        <source>“%1” has a space inside. Write the number without spaces.</source>
        <translation>«%1» tiene un espacio en medio. Escriba el número sin espacios.</translation>
    </message>
    <message>
        <source>Write %1 without a separator.</source>
        <translation>Escriba %1 sin separador.</translation>
    </message>
    <message>
        <source>Write a whole number here, without a decimal mark.</source>
        <translation>Escriba aquí un número entero, sin signo decimal.</translation>
    </message>
    <message>
        <source>“%1” has two marks. Write only the decimal mark, and nothing between thousands.</source>
        <translation>«%1» tiene dos signos. Escriba solo el signo decimal, y nada entre los millares.</translation>
    </message>
    <message>
        <source>“%1” is too close to zero to be kept apart from it.</source>
        <translation>«%1» está demasiado cerca de cero para distinguirse de él.</translation>
    </message>
    <message>
        <source>“%1” is too large.</source>
        <translation>«%1» es demasiado grande.</translation>
    </message>
    <message>
        <source>Write a number here.</source>
        <translation>Escriba aquí un número.</translation>
    </message>
    <message>
        <source>“%1” is not a whole number. Write only digits, like 64.</source>
        <translation>«%1» no es un número entero. Escriba solo cifras, como 64.</translation>
    </message>
    <message>
        <source>“%1” is not a number. Write it with digits, like %2 or 1e-3.</source>
        <translation>«%1» no es un número. Escríbalo con cifras, como %2 o 1e-3.</translation>
    </message>
</context>
<context>
    <name>convscope::OpenDatabase</name>
    <message>
        <source>The file %1 belongs to the runs that are open here. Choose another one.</source>
        <translation>El archivo %1 es de las ejecuciones que están abiertas aquí. Elija otro.</translation>
    </message>
</context>
<context>
    <name>convscope::OperationNetworkView</name>
    <message numerus="yes">
        <source>After %Ln batch(es)</source>
        <translation>
            <numerusform>Tras %Ln lote</numerusform>
            <numerusform>Tras %Ln lotes</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::OperationPage</name>
    <message>
        <source>Start</source>
        <translation>Iniciar</translation>
    </message>
    <message>
        <source>The network&apos;s weights are being read.</source>
        <translation>Se están leyendo los pesos de la red.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>Save or copy this picture and its numbers</source>
        <translation>Guardar o copiar esta imagen y sus números</translation>
    </message>
    <message>
        <source>As soon as a network trains, one step of its training can be followed here, weight by weight.</source>
        <translation>En cuanto se entrene una red, aquí se podrá seguir un paso de su entrenamiento, peso por peso.</translation>
    </message>
    <message>
        <source>As soon as a network trains, each of its operations can be taken apart here, with its own numbers. The sandbox above needs no network.</source>
        <translation>En cuanto se entrene una red, aquí se podrá desarmar cada una de sus operaciones, con sus propios números. La zona de pruebas de arriba no necesita ninguna red.</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>La red</translation>
    </message>
    <message>
        <source>How one number inside the network was made</source>
        <translation>Cómo se obtuvo un número dentro de la red</translation>
    </message>
    <message>
        <source>One training step</source>
        <translation>Un paso de entrenamiento</translation>
    </message>
    <message>
        <source>How one step of training changes a kernel</source>
        <translation>Cómo cambia un núcleo en un paso de entrenamiento</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Zona de pruebas</translation>
    </message>
    <message>
        <source>A convolution to play with, with a picture and a kernel of your own</source>
        <translation>Una convolución para jugar, con una imagen y un núcleo propios</translation>
    </message>
</context>
<context>
    <name>convscope::OperationSelector</name>
    <message>
        <source>&amp;Layer</source>
        <translation>&amp;Capa</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Fila</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Columna</translation>
    </message>
    <message>
        <source>Test picture</source>
        <translation>Imagen de prueba</translation>
    </message>
    <message>
        <source>The operation to be taken apart</source>
        <translation>La operación que se desarma</translation>
    </message>
    <message>
        <source>The picture that goes through the network, here and on the other pages</source>
        <translation>La imagen que pasa por la red, aquí y en las demás páginas</translation>
    </message>
    <message>
        <source>Softmax and loss</source>
        <translation>Softmax y pérdida</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Canal</translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation>Neurona</translation>
    </message>
    <message>
        <source>Counted from 1, from the top; arrays in PyTorch count from 0</source>
        <translation>Se cuenta desde 1, de arriba abajo; las matrices de PyTorch cuentan desde 0</translation>
    </message>
    <message>
        <source>Counted from 1, from the left; arrays in PyTorch count from 0</source>
        <translation>Se cuenta desde 1, de izquierda a derecha; las matrices de PyTorch cuentan desde 0</translation>
    </message>
    <message>
        <source>The class as the data set numbers it, from 0</source>
        <translation>La clase como la numera el conjunto de datos, desde 0</translation>
    </message>
    <message>
        <source>Which of the filters, or which neuron, counted from 1. In PyTorch, which counts from 0, its weights are %1.</source>
        <translation>Cuál de los filtros, o qué neurona, contando desde 1. En PyTorch, que cuenta desde 0, sus pesos son %1.</translation>
    </message>
    <message>
        <source>Which of the filters, or which neuron, counted from 1</source>
        <translation>Cuál de los filtros, o qué neurona, contando desde 1</translation>
    </message>
</context>
<context>
    <name>convscope::OperationStage</name>
    <message>
        <source>One operation taken apart</source>
        <translation>Una operación desarmada</translation>
    </message>
</context>
<context>
    <name>convscope::OperationTexts</name>
    <message>
        <source>The kernel slides over the whole picture. At each place the %1 × %1 numbers below it are multiplied by its %1 × %1 weights; the products are added up, and the bias is added. The weights are the same at every place: so one filter finds the same pattern wherever it stands.</source>
        <translation>El núcleo se desliza por toda la imagen. En cada lugar, los %1 × %1 números que cubre se multiplican por sus %1 × %1 pesos; se suman los productos y se añade el sesgo. Los pesos son los mismos en todos los lugares: así, un filtro encuentra el mismo patrón dondequiera que esté.</translation>
    </message>
    <message>
        <source>Hatched: beyond the edge zeros are put (padding).</source>
        <translation>Rayado: fuera del borde se ponen ceros (relleno).</translation>
    </message>
    <message numerus="yes">
        <source>Each of the %Ln input channel(s) has a kernel of its own; the channels that count most at this place are spelled out.</source>
        <translation>
            <numerusform>El canal de entrada tiene su propio núcleo.</numerusform>
            <numerusform>Cada uno de los %Ln canales de entrada tiene su propio núcleo; se detallan los canales que más cuentan en este lugar.</numerusform>
        </translation>
    </message>
    <message>
        <source>ReLU lets positive numbers through and turns negative ones into 0: the filter answers, or it is silent. Without such a bend all layers together could do no more than one.</source>
        <translation>ReLU deja pasar los números positivos y convierte los negativos en 0: el filtro responde o calla. Sin ese quiebre, todas las capas juntas no podrían hacer más que una sola.</translation>
    </message>
    <message>
        <source>Leaky ReLU lets positive numbers through and keeps a hundredth of negative ones, so that no neuron falls silent for good.</source>
        <translation>Leaky ReLU deja pasar los números positivos y conserva una centésima de los negativos, para que ninguna neurona calle para siempre.</translation>
    </message>
    <message>
        <source>The hyperbolic tangent presses every number between −1 and 1. Far from 0 it is flat, and learning there is slow.</source>
        <translation>La tangente hiperbólica lleva cada número a un valor entre −1 y 1. Lejos de 0 es plana, y allí se aprende despacio.</translation>
    </message>
    <message>
        <source>The sigmoid presses every number between 0 and 1. Far from 0 it is flat, and learning there is slow.</source>
        <translation>La sigmoide lleva cada número a un valor entre 0 y 1. Lejos de 0 es plana, y allí se aprende despacio.</translation>
    </message>
    <message>
        <source>This is what the network sees: a picture as a table of numbers.</source>
        <translation>Esto es lo que ve la red: una imagen como tabla de números.</translation>
    </message>
    <message>
        <source>Batch normalisation shifts and scales each channel so that its mean is near 0 and its spread near 1, then by two learned numbers, γ and β. In training mean and variance are those of the batch; here those that were averaged while training.</source>
        <translation>La normalización por lotes desplaza y escala cada canal para que su media quede cerca de 0 y su dispersión cerca de 1, y luego según dos números aprendidos, γ y β. Al entrenar, la media y la varianza son las del lote; aquí, las promediadas durante el entrenamiento.</translation>
    </message>
    <message>
        <source>Of each 2 × 2 numbers the largest is kept. The map becomes half as wide and half as high; whether a pattern was found stays known, where exactly does not matter any more.</source>
        <translation>De cada 2 × 2 números se conserva el mayor. El mapa queda con la mitad de ancho y de alto; se sigue sabiendo si se encontró un patrón, pero ya no importa dónde exactamente.</translation>
    </message>
    <message>
        <source>The maps are laid out one after another, row by row, as one list of numbers: what comes next looks at all of them at once.</source>
        <translation>Los mapas se colocan uno tras otro, fila por fila, como una sola lista de números: lo que sigue los mira todos a la vez.</translation>
    </message>
    <message>
        <source>A neuron multiplies each of its inputs by a weight of its own and adds everything up, with a bias. A large sum means: what it has learned to look for is there.</source>
        <translation>Una neurona multiplica cada una de sus entradas por un peso propio y lo suma todo, con un sesgo. Una suma grande significa que está lo que ha aprendido a buscar.</translation>
    </message>
    <message>
        <source>While training, dropout silences neurons at random, other ones for each picture, so that none can rely on a single other one. That works against overfitting.</source>
        <translation>Al entrenar, el dropout hace callar neuronas al azar, distintas para cada imagen, para que ninguna dependa de una sola otra. Eso actúa contra el sobreajuste.</translation>
    </message>
    <message>
        <source>pixel</source>
        <translation>píxel</translation>
    </message>
    <message>
        <source>channel %1, kernel row %2, column %3</source>
        <translation>canal %1, fila %2 y columna %3 del núcleo</translation>
    </message>
    <message numerus="yes">
        <source>%Ln other channel(s)</source>
        <translation>
            <numerusform>%Ln canal más</numerusform>
            <numerusform>otros %Ln canales</numerusform>
        </translation>
    </message>
    <message>
        <source>bias</source>
        <translation>sesgo</translation>
    </message>
    <message>
        <source>input</source>
        <translation>entrada</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>media</translation>
    </message>
    <message>
        <source>variance</source>
        <translation>varianza</translation>
    </message>
    <message>
        <source>normalised</source>
        <translation>normalizado</translation>
    </message>
    <message>
        <source>input of %1</source>
        <translation>entrada de %1</translation>
    </message>
    <message>
        <source>row %1, column %2</source>
        <translation>fila %1, columna %2</translation>
    </message>
    <message>
        <source>channel %1, row %2, column %3</source>
        <translation>canal %1, fila %2, columna %3</translation>
    </message>
    <message>
        <source>input %1</source>
        <translation>entrada %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln other input(s)</source>
        <translation>
            <numerusform>%Ln entrada más</numerusform>
            <numerusform>otras %Ln entradas</numerusform>
        </translation>
    </message>
    <message>
        <source>probability of 0 in training</source>
        <translation>probabilidad de 0 al entrenar</translation>
    </message>
    <message>
        <source>factor of the others in training</source>
        <translation>factor de las demás al entrenar</translation>
    </message>
    <message>
        <source>class</source>
        <translation>clase</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>exponential</source>
        <translation>exponencial</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>probabilidad</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>pérdida</translation>
    </message>
    <message>
        <source>Softmax makes probabilities of the logits: the exponential of each makes all of them positive, and dividing by their sum makes them add up to 1. The cross-entropy is the loss that training makes smaller: minus the logarithm of the probability of the true class.</source>
        <translation>Softmax convierte los logits en probabilidades: la exponencial de cada uno los hace a todos positivos, y al dividir por su suma pasan a sumar 1. La entropía cruzada es la pérdida que el entrenamiento reduce: menos el logaritmo de la probabilidad de la clase verdadera.</translation>
    </message>
    <message>
        <source>Softmax, class %1: logit %2, probability %3.</source>
        <translation>Softmax, clase %1: logit %2, probabilidad %3.</translation>
    </message>
    <message>
        <source>%1, channel %2, row %3, column %4</source>
        <translation>%1, canal %2, fila %3, columna %4</translation>
    </message>
    <message>
        <source>%1: the products come to %2, with the bias %3 the sum is %4.</source>
        <translation>%1: los productos dan %2; con el sesgo %3, la suma es %4.</translation>
    </message>
    <message>
        <source>%1: the result is %2.</source>
        <translation>%1: el resultado es %2.</translation>
    </message>
    <message>
        <source>term</source>
        <translation>término</translation>
    </message>
    <message>
        <source>weight</source>
        <translation>peso</translation>
    </message>
    <message>
        <source>value</source>
        <translation>valor</translation>
    </message>
    <message>
        <source>result</source>
        <translation>resultado</translation>
    </message>
</context>
<context>
    <name>convscope::OperationTransport</name>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Slide</source>
        <translation>Deslizar</translation>
    </message>
    <message>
        <source>Lets the window slide over the whole picture, row by row (space bar)</source>
        <translation>Hace que la ventana recorra toda la imagen, fila por fila (barra espaciadora)</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Velocidad</translation>
    </message>
    <message>
        <source>Drag the window, click the output, or use the arrow keys.</source>
        <translation>Arrastre la ventana, haga clic en la salida o use las flechas.</translation>
    </message>
    <message>
        <source>How fast it goes</source>
        <translation>Qué tan rápido avanza</translation>
    </message>
</context>
<context>
    <name>convscope::OtherRuns</name>
    <message>
        <source>No weights are kept of the run “%1”.</source>
        <translation>No se guardan pesos de la ejecución «%1».</translation>
    </message>
</context>
<context>
    <name>convscope::PageTabs</name>
    <message>
        <source>Curves</source>
        <translation>Curvas</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Loss and accuracy while the network learns</source>
        <translation>La pérdida y la exactitud mientras la red aprende</translation>
    </message>
    <message>
        <source>The pictures, their classes, and what the settings make of them</source>
        <translation>Las imágenes, sus clases y lo que los ajustes hacen con ellas</translation>
    </message>
    <message>
        <source>Filters</source>
        <translation>Filtros</translation>
    </message>
    <message>
        <source>What each filter of the network looks for</source>
        <translation>Qué busca cada filtro de la red</translation>
    </message>
    <message>
        <source>Feature maps</source>
        <translation>Mapas de características</translation>
    </message>
    <message>
        <source>What every layer makes of a picture, up to the answer</source>
        <translation>Lo que cada capa hace de una imagen, hasta la respuesta</translation>
    </message>
    <message>
        <source>Operation</source>
        <translation>Operación</translation>
    </message>
    <message>
        <source>One operation of the network taken apart, with its true numbers</source>
        <translation>Una operación de la red desarmada, con sus números verdaderos</translation>
    </message>
    <message>
        <source>Predictions</source>
        <translation>Predicciones</translation>
    </message>
    <message>
        <source>What the network answers to the test pictures, and what it confuses</source>
        <translation>Qué responde la red a las imágenes de prueba y qué confunde</translation>
    </message>
    <message>
        <source>Try it</source>
        <translation>Pruebe</translation>
    </message>
    <message>
        <source>Draw or load a picture and watch the network decide</source>
        <translation>Dibuje o cargue una imagen y vea cómo decide la red</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Runs side by side: what differs, what came out, and what it cost</source>
        <translation>Ejecuciones una junto a otra: qué difiere, qué resultó y cuánto costó</translation>
    </message>
</context>
<context>
    <name>convscope::Paper</name>
    <message>
        <source>%1 points</source>
        <translation>%1 puntos</translation>
    </message>
    <message>
        <source>By epoch %1 the train loss has made %2 of its fall, the test loss %3.</source>
        <translation>Hasta la época %1 la pérdida de entrenamiento ha hecho el %2 de su descenso; la de prueba, el %3.</translation>
    </message>
    <message>
        <source>%1 in training, %2 in the test: %3 apart.</source>
        <translation>%1 en el entrenamiento, %2 en la prueba: %3 de distancia.</translation>
    </message>
    <message>
        <source>%1: %2 lower.</source>
        <translation>%1: %2 menos.</translation>
    </message>
    <message>
        <source>%1: %2 higher.</source>
        <translation>%1: %2 más.</translation>
    </message>
    <message>
        <source>The test loss is lowest at epoch %1 (%2) and ends at %3: %4 higher.</source>
        <translation>La pérdida de prueba es mínima en la época %1 (%2) y termina en %3: un %4 más alta.</translation>
    </message>
    <message>
        <source>Accuracy: %1 against %2 of %3.</source>
        <translation>Exactitud: %1 frente a %2 de %3.</translation>
    </message>
    <message>
        <source>Test loss: %1 against %2 of %3.</source>
        <translation>Pérdida de prueba: %1 frente a %2 de %3.</translation>
    </message>
    <message>
        <source>%1 s against %2 s of %3: %4 times as long.</source>
        <translation>%1 s frente a %2 s de %3: %4 veces más tiempo.</translation>
    </message>
    <message>
        <source>%1 was not trained yet.</source>
        <translation>%1 aún no se ha entrenado.</translation>
    </message>
    <message>
        <source>%1 diverged.</source>
        <translation>%1 divergió.</translation>
    </message>
    <message>
        <source>%1 has %2 of its %3 epochs.</source>
        <translation>%1 tiene %2 de sus %3 épocas.</translation>
    </message>
    <message>
        <source>holds</source>
        <translation>se cumple</translation>
    </message>
    <message>
        <source>doesn&apos;t hold</source>
        <translation>no se cumple</translation>
    </message>
    <message>
        <source>not measured</source>
        <translation>sin medir</translation>
    </message>
    <message>
        <source>Both losses fall fast up to epoch %1 (at least %2 of the whole fall).</source>
        <translation>Ambas pérdidas bajan deprisa hasta la época %1 (al menos el %2 de todo el descenso).</translation>
    </message>
    <message>
        <source>Test stays near train, no overfitting (accuracies at most %1 apart).</source>
        <translation>La prueba queda cerca del entrenamiento, sin sobreajuste (exactitudes a %1 de distancia como máximo).</translation>
    </message>
    <message>
        <source>The test accuracy ends at about %1 (at most %2 away).</source>
        <translation>La exactitud de prueba termina en torno al %1 (a %2 como máximo).</translation>
    </message>
    <message>
        <source>The test accuracy ends above %1.</source>
        <translation>La exactitud de prueba termina por encima del %1.</translation>
    </message>
    <message>
        <source>It is the best: its accuracy is higher than that of %1.</source>
        <translation>Es la mejor: su exactitud supera la de %1.</translation>
    </message>
    <message>
        <source>It overfits from about epoch %1: the test loss is lowest between epochs %2 and %3, then rises by %4 or more.</source>
        <translation>Sobreajusta desde la época %1, más o menos: la pérdida de prueba es mínima entre las épocas %2 y %3 y luego sube un %4 o más.</translation>
    </message>
    <message>
        <source>It was chosen over %1: its test loss ends lower.</source>
        <translation>Se prefirió a %1: su pérdida de prueba termina más baja.</translation>
    </message>
    <message>
        <source>It has a lower test loss and a higher accuracy than %1.</source>
        <translation>Tiene menor pérdida de prueba y mayor exactitud que %1.</translation>
    </message>
    <message>
        <source>More epochs cost much more time than %1 (at least %2 times as long).</source>
        <translation>Más épocas cuestan mucho más tiempo que %1 (al menos %2 veces).</translation>
    </message>
    <message>
        <source>Accuracy (%)</source>
        <translation>Exactitud (%)</translation>
    </message>
    <message>
        <source>Mean loss (nats)</source>
        <translation>Pérdida media (nats)</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Época</translation>
    </message>
    <message>
        <source>train</source>
        <translation>entrenamiento</translation>
    </message>
    <message>
        <source>test</source>
        <translation>prueba</translation>
    </message>
    <message>
        <source>Figure %1 of the paper, measured here: %2.</source>
        <translation>Figura %1 del artículo, medida aquí: %2.</translation>
    </message>
    <message>
        <source>Figure %1 with batch normalisation after each convolution: %2.</source>
        <translation>Figura %1 con normalización por lotes después de cada convolución: %2.</translation>
    </message>
    <message>
        <source>run</source>
        <translation>ejecución</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>semilla</translation>
    </message>
    <message>
        <source>epochs</source>
        <translation>épocas</translation>
    </message>
    <message>
        <source>train loss</source>
        <translation>pérdida de entrenamiento</translation>
    </message>
    <message>
        <source>test loss</source>
        <translation>pérdida de prueba</translation>
    </message>
    <message>
        <source>train accuracy</source>
        <translation>exactitud de entrenamiento</translation>
    </message>
    <message>
        <source>test accuracy</source>
        <translation>exactitud de prueba</translation>
    </message>
    <message>
        <source>best test accuracy</source>
        <translation>mejor exactitud de prueba</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>segundos</translation>
    </message>
    <message>
        <source>what the paper reports</source>
        <translation>lo que dice el artículo</translation>
    </message>
    <message>
        <source>what was measured</source>
        <translation>lo medido</translation>
    </message>
    <message>
        <source>verdict</source>
        <translation>veredicto</translation>
    </message>
    <message>
        <source> (with %1 of %2 seeds)</source>
        <translation> (con %1 de %2 semillas)</translation>
    </message>
    <message>
        <source>%1: with batch normalisation it comes nearer to the paper&apos;s accuracy.</source>
        <translation>%1: con normalización por lotes se acerca más a la exactitud del artículo.</translation>
    </message>
    <message>
        <source>%1: with batch normalisation it does not come nearer to the paper&apos;s accuracy.</source>
        <translation>%1: con normalización por lotes no se acerca más a la exactitud del artículo.</translation>
    </message>
    <message>
        <source>The experiments of the paper, trained anew, and each of its claims beside what was measured. Train figures are means over an epoch&apos;s batches as they were trained; test figures are over all test pictures after the epoch.</source>
        <translation>Los experimentos del artículo, entrenados de nuevo, y cada una de sus afirmaciones junto a lo medido. Las cifras de entrenamiento son medias sobre los lotes de una época tal como se entrenaron; las de prueba, sobre todas las imágenes de prueba después de la época.</translation>
    </message>
    <message>
        <source>This is a trial with at most %L1 epochs: it says nothing about the paper.</source>
        <translation>Esto es una prueba con %L1 épocas como máximo: no dice nada sobre el artículo.</translation>
    </message>
    <message>
        <source>The claims</source>
        <translation>Las afirmaciones</translation>
    </message>
    <message>
        <source>The paper says “about”, “fast” and “near”; what counts as that here stands in brackets and is a choice of this program.</source>
        <translation>El artículo dice «alrededor de», «deprisa» y «cerca»; lo que aquí cuenta como tal está entre paréntesis y lo elige este programa.</translation>
    </message>
    <message>
        <source>The runs</source>
        <translation>Las ejecuciones</translation>
    </message>
    <message>
        <source>The figures</source>
        <translation>Las figuras</translation>
    </message>
    <message>
        <source>How to repeat it</source>
        <translation>Cómo repetirlo</translation>
    </message>
    <message>
        <source>what</source>
        <translation>qué</translation>
    </message>
    <message>
        <source>value</source>
        <translation>valor</translation>
    </message>
    <message>
        <source>The folder %1 can&apos;t be made. Choose another one.</source>
        <translation>No se puede crear la carpeta %1. Elija otra.</translation>
    </message>
    <message>
        <source>The paper, re-run</source>
        <translation>El artículo, repetido</translation>
    </message>
</context>
<context>
    <name>convscope::PaperBox</name>
    <message>
        <source>The paper&apos;s experiments</source>
        <translation>Los experimentos del artículo</translation>
    </message>
    <message>
        <source>The paper behind this program trained five networks and says what came out. Here they are trained again, and the report holds each of its claims against your numbers.</source>
        <translation>El artículo en que se basa este programa entrenó cinco redes y dice qué salió. Aquí se entrenan de nuevo, y el informe contrasta cada una de sus afirmaciones con los números de usted.</translation>
    </message>
    <message>
        <source>With &amp;batch normalisation, too</source>
        <translation>También con normalización por &amp;lotes</translation>
    </message>
    <message>
        <source>The paper doesn&apos;t say whether its networks normalise. Trains cnn-2 and cnn-3 once more with it, to see which is nearer.</source>
        <translation>El artículo no dice si sus redes normalizan. Entrena cnn-2 y cnn-3 también con ella, para ver cuál se acerca más.</translation>
    </message>
    <message>
        <source>Trains the networks with convolutions with so many seeds: then the report shows a band, and with how many seeds a claim holds.</source>
        <translation>Entrena las redes convolucionales con tantas semillas: el informe muestra entonces una banda, y con cuántas semillas se cumple una afirmación.</translation>
    </message>
    <message>
        <source>&amp;Seeds:</source>
        <translation>&amp;Semillas:</translation>
    </message>
    <message>
        <source>&amp;Train what is missing</source>
        <translation>&amp;Entrenar lo que falta</translation>
    </message>
    <message>
        <source>Show the &amp;report</source>
        <translation>Mostrar el &amp;informe</translation>
    </message>
    <message>
        <source>Writes the report with what is there now, and opens it in the browser.</source>
        <translation>Escribe el informe con lo que hay ahora y lo abre en el navegador.</translation>
    </message>
    <message>
        <source>Sa&amp;ve the report…</source>
        <translation>&amp;Guardar el informe…</translation>
    </message>
    <message>
        <source>Writes the page, the figures as SVG and the numbers into a folder.</source>
        <translation>Escribe la página, las figuras en SVG y los números en una carpeta.</translation>
    </message>
    <message>
        <source>Choose a folder for the report</source>
        <translation>Elija una carpeta para el informe</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>El informe está en %1.</translation>
    </message>
    <message>
        <source>The report is in %1. No program that shows web pages was found: open it yourself.</source>
        <translation>El informe está en %1. No se encontró ningún programa que muestre páginas web: ábralo usted.</translation>
    </message>
</context>
<context>
    <name>convscope::PaperFacts</name>
    <message>
        <source>Date</source>
        <translation>Fecha</translation>
    </message>
    <message>
        <source>Machine</source>
        <translation>Equipo</translation>
    </message>
    <message>
        <source>Program</source>
        <translation>Programa</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>Command</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Hilos</translation>
    </message>
</context>
<context>
    <name>convscope::ParallelView</name>
    <message>
        <source>Settings and accuracy as parallel coordinates</source>
        <translation>Ajustes y exactitud como coordenadas paralelas</translation>
    </message>
</context>
<context>
    <name>convscope::PictureFile</name>
    <message>
        <source>The file %1 is no picture that can be read here. PNG, JPEG, GIF, BMP and SVG work.</source>
        <translation>El archivo %1 no es una imagen que se pueda leer aquí. Sirven PNG, JPEG, GIF, BMP y SVG.</translation>
    </message>
    <message>
        <source>The picture %1 is damaged, or cut off, or larger than can be read. Please save it anew.</source>
        <translation>La imagen %1 está dañada, cortada o es más grande de lo que se puede leer. Guárdela de nuevo.</translation>
    </message>
    <message>
        <source>The picture %1 can&apos;t be read: %2</source>
        <translation>No se puede leer la imagen %1: %2</translation>
    </message>
    <message>
        <source>The picture %1 is too large: %2 pixels. Please save it smaller, for example with 1000 pixels on its longer side.</source>
        <translation>La imagen %1 es demasiado grande: %2 píxeles. Guárdela más pequeña, por ejemplo con 1000 píxeles en su lado más largo.</translation>
    </message>
    <message>
        <source>The file is animated: its first picture is used.</source>
        <translation>El archivo es una animación: se usa su primera imagen.</translation>
    </message>
    <message>
        <source>The picture has %1 pixels and was made smaller.</source>
        <translation>La imagen tiene %1 píxeles y se redujo.</translation>
    </message>
    <message>
        <source>The file %1 is empty.</source>
        <translation>El archivo %1 está vacío.</translation>
    </message>
    <message>
        <source>The file %1 is too large for a picture: more than 256 MB.</source>
        <translation>El archivo %1 es demasiado grande para una imagen: más de 256 MB.</translation>
    </message>
    <message>
        <source>The drawing %1 is damaged, or too large or too intricate to be drawn.</source>
        <translation>El dibujo %1 está dañado, o es demasiado grande o intrincado para dibujarlo.</translation>
    </message>
    <message>
        <source>The file %1 does not exist.</source>
        <translation>El archivo %1 no existe.</translation>
    </message>
</context>
<context>
    <name>convscope::PicturePreparation</name>
    <message>
        <source>transparent background</source>
        <translation>fondo transparente</translation>
    </message>
    <message>
        <source>background %1</source>
        <translation>fondo %1</translation>
    </message>
    <message>
        <source>uneven background around %1</source>
        <translation>fondo desigual, cerca de %1</translation>
    </message>
    <message>
        <source>Original</source>
        <translation>Original</translation>
    </message>
    <message>
        <source>Turned</source>
        <translation>Girada</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>Background black</source>
        <translation>Fondo negro</translation>
    </message>
    <message>
        <source>Outline filled</source>
        <translation>Contorno relleno</translation>
    </message>
    <message>
        <source>Trimmed</source>
        <translation>Recortada</translation>
    </message>
    <message>
        <source>Fitted</source>
        <translation>Ajustada</translation>
    </message>
    <message>
        <source>Contrast</source>
        <translation>Contraste</translation>
    </message>
</context>
<context>
    <name>convscope::PlanList</name>
    <message>
        <source>in the laboratory</source>
        <translation>en el laboratorio</translation>
    </message>
    <message>
        <source>training now</source>
        <translation>entrenándose</translation>
    </message>
    <message>
        <source>in the queue</source>
        <translation>en la cola</translation>
    </message>
    <message>
        <source>goes on after epoch %L1</source>
        <translation>sigue tras la época %L1</translation>
    </message>
    <message>
        <source>to train</source>
        <translation>por entrenar</translation>
    </message>
    <message>
        <source>%L1 s</source>
        <translation>%L1 s</translation>
    </message>
    <message>
        <source>%L1 min</source>
        <translation>%L1 min</translation>
    </message>
    <message>
        <source>%L1 h %2 min</source>
        <translation>%L1 h %2 min</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecución</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Épocas</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>What would be trained</source>
        <translation>Lo que se entrenaría</translation>
    </message>
    <message numerus="yes">
        <source>… and %Ln more</source>
        <translation>
            <numerusform>… y %Ln más</numerusform>
            <numerusform>… y %Ln más</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln are in the laboratory already, in training, or in the queue.</source>
        <translation>
            <numerusform>%Ln ya está en el laboratorio, entrenándose o en la cola.</numerusform>
            <numerusform>%Ln ya están en el laboratorio, entrenándose o en la cola.</numerusform>
        </translation>
    </message>
    <message>
        <source>One after the other they take about %1, judged by a short trial.</source>
        <translation>Una tras otra tardan unos %1, a juzgar por una prueba breve.</translation>
    </message>
    <message>
        <source>One after the other they take about %1, judged by earlier runs.</source>
        <translation>Una tras otra tardan unos %1, a juzgar por ejecuciones anteriores.</translation>
    </message>
    <message>
        <source>How long they take can&apos;t be said before a run is in the laboratory.</source>
        <translation>Cuánto tardan no se puede decir hasta que haya una ejecución en el laboratorio.</translation>
    </message>
    <message>
        <source>Less, for what is given up early.</source>
        <translation>Menos, por lo que se abandone antes.</translation>
    </message>
    <message>
        <source>About %1 of disk.</source>
        <translation>Unos %1 de disco.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) to train.</source>
        <translation>
            <numerusform>%Ln ejecución por entrenar.</numerusform>
            <numerusform>%Ln ejecuciones por entrenar.</numerusform>
        </translation>
    </message>
    <message>
        <source>Only %1 are free there.</source>
        <translation>Allí solo hay %1 libres.</translation>
    </message>
</context>
<context>
    <name>convscope::Predictions</name>
    <message>
        <source>This run was tested with other pictures (%1). Choose their folder in the File menu to see its answers.</source>
        <translation>Esta ejecución se probó con otras imágenes (%1). Elija su carpeta en el menú Archivo para ver sus respuestas.</translation>
    </message>
    <message>
        <source>The answers that are kept of this run don&apos;t belong to the pictures that are open.</source>
        <translation>Las respuestas guardadas de esta ejecución no corresponden a las imágenes abiertas.</translation>
    </message>
</context>
<context>
    <name>convscope::PredictionsCalibration</name>
    <message>
        <source>The answers are sorted by how sure the network was. A bar that ends below the dark line means: it was more sure than right. On the dashed diagonal both are the same.</source>
        <translation>Las respuestas están ordenadas según lo segura que estaba la red. Una barra que termina por debajo de la línea oscura significa que estaba más segura de lo que acertaba. En la diagonal discontinua ambas cosas coinciden.</translation>
    </message>
    <message>
        <source>Bars</source>
        <translation>Barras</translation>
    </message>
    <message>
        <source>Into how many equal ranges the confidence is divided. The error depends a little on it; 15 is usual (Guo and others, 2017).</source>
        <translation>En cuántos intervalos iguales se divide la confianza. El error depende un poco de ello; lo habitual es 15 (Guo y otros, 2017).</translation>
    </message>
    <message>
        <source>Reliability diagram</source>
        <translation>Diagrama de fiabilidad</translation>
    </message>
    <message>
        <source>On average it is %1 sure and %2 right: it is %3.</source>
        <translation>De media está segura en un %1 y acierta en un %2: está %3.</translation>
    </message>
    <message>
        <source>too sure of itself</source>
        <translation>demasiado segura de sí misma</translation>
    </message>
    <message>
        <source>not sure enough</source>
        <translation>menos segura de lo debido</translation>
    </message>
    <message>
        <source>as sure as it may be</source>
        <translation>tan segura como corresponde</translation>
    </message>
    <message>
        <source>Expected calibration error: %1 (0 % would be perfect).</source>
        <translation>Error de calibración esperado: %1 (0 % sería perfecto).</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Respuestas</translation>
    </message>
    <message>
        <source>Mean confidence</source>
        <translation>Confianza media</translation>
    </message>
    <message>
        <source>Share right</source>
        <translation>Proporción de aciertos</translation>
    </message>
</context>
<context>
    <name>convscope::PredictionsConfusion</name>
    <message>
        <source>Each row holds the pictures of one class, each column what the network called them: right answers lie on the diagonal. Click a cell to see its pictures.</source>
        <translation>Cada fila contiene las imágenes de una clase; cada columna, lo que la red respondió: los aciertos están en la diagonal. Haga clic en una celda para ver sus imágenes.</translation>
    </message>
    <message>
        <source>Cells</source>
        <translation>Celdas</translation>
    </message>
    <message>
        <source>counts</source>
        <translation>cantidades</translation>
    </message>
    <message>
        <source>% of each row</source>
        <translation>% de cada fila</translation>
    </message>
    <message>
        <source>% of each column</source>
        <translation>% de cada columna</translation>
    </message>
    <message>
        <source>Of all pictures of a class, how many got each answer: the diagonal is recall.</source>
        <translation>De todas las imágenes de una clase, cuántas recibieron cada respuesta: la diagonal es la exhaustividad.</translation>
    </message>
    <message>
        <source>Of all answers with a class, where they came from: the diagonal is precision.</source>
        <translation>De todas las respuestas con una clase, de dónde vienen: la diagonal es la precisión.</translation>
    </message>
    <message>
        <source>Confusion matrix</source>
        <translation>Matriz de confusión</translation>
    </message>
    <message>
        <source>Precision, recall and F1 of each class</source>
        <translation>Precisión, exhaustividad y F1 de cada clase</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Exhaustividad</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisión</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>In words</source>
        <translation>En palabras</translation>
    </message>
    <message>
        <source>Of the pictures of the class, the share that was recognised.</source>
        <translation>De las imágenes de la clase, la proporción reconocida.</translation>
    </message>
    <message>
        <source>Of the answers with the class, the share that is right.</source>
        <translation>De las respuestas con la clase, la proporción correcta.</translation>
    </message>
    <message>
        <source>Both in one number: high only where neither is low (their harmonic mean).</source>
        <translation>Ambas en un número: alto solo si ninguna es baja (su media armónica).</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>Clase verdadera</translation>
    </message>
    <message>
        <source>What has changed against “%1”: red cells hold more pictures than there, blue ones fewer. More on the diagonal is better, more elsewhere worse. Click a cell to see its pictures.</source>
        <translation>Lo que ha cambiado frente a «%1»: las celdas rojas tienen más imágenes que allí; las azules, menos. Más en la diagonal es mejor; más fuera de ella, peor. Haga clic en una celda para ver sus imágenes.</translation>
    </message>
    <message>
        <source>True class (difference to %1)</source>
        <translation>Clase verdadera (diferencia con %1)</translation>
    </message>
</context>
<context>
    <name>convscope::PredictionsDetail</name>
    <message>
        <source>Probability of each class</source>
        <translation>Probabilidad de cada clase</translation>
    </message>
    <message>
        <source>Probabilities over the epochs</source>
        <translation>Probabilidades a lo largo de las épocas</translation>
    </message>
    <message>
        <source>Copy the numbers</source>
        <translation>Copiar los números</translation>
    </message>
    <message>
        <source>All probabilities of this picture, epoch by epoch, for a spreadsheet.</source>
        <translation>Todas las probabilidades de esta imagen, época por época, para una hoja de cálculo.</translation>
    </message>
    <message>
        <source>Choose a picture to see what the network says of it.</source>
        <translation>Elija una imagen para ver qué dice de ella la red.</translation>
    </message>
    <message>
        <source>Test picture %1</source>
        <translation>Imagen de prueba %1</translation>
    </message>
    <message>
        <source>Right: %1</source>
        <translation>Correcto: %1</translation>
    </message>
    <message>
        <source>Wrong: it is labelled %1 and taken for %2.</source>
        <translation>Incorrecto: su etiqueta es %1 y se toma por %2.</translation>
    </message>
    <message>
        <source>%1 (thin bars): %2 with %3.</source>
        <translation>%1 (barras finas): %2 con un %3.</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Época</translation>
    </message>
    <message>
        <source>%1, dashed: %2</source>
        <translation>%1; a trazos: %2</translation>
    </message>
</context>
<context>
    <name>convscope::PredictionsGallery</name>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>Clase verdadera</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confianza</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Orden</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Mostrar todas</translation>
    </message>
    <message>
        <source>Take every filter off and show the worst mistakes first.</source>
        <translation>Quita todos los filtros y muestra primero los peores errores.</translation>
    </message>
    <message>
        <source>Test pictures</source>
        <translation>Imágenes de prueba</translation>
    </message>
    <message>
        <source>The worst mistakes are those where the network gave its highest confidence to a wrong class: often the label is what is wrong.</source>
        <translation>Los peores errores son aquellos en los que la red dio su mayor confianza a una clase equivocada: a menudo lo equivocado es la etiqueta.</translation>
    </message>
    <message>
        <source>“Changed” needs something to compare with, above.</source>
        <translation>Las respuestas cambiadas necesitan algo con que comparar, arriba.</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todas</translation>
    </message>
    <message>
        <source>right ones</source>
        <translation>aciertos</translation>
    </message>
    <message>
        <source>wrong ones</source>
        <translation>errores</translation>
    </message>
    <message>
        <source>changed answers</source>
        <translation>respuestas cambiadas</translation>
    </message>
    <message>
        <source>right now, wrong there</source>
        <translation>acierto aquí, error allí</translation>
    </message>
    <message>
        <source>wrong now, right there</source>
        <translation>error aquí, acierto allí</translation>
    </message>
    <message>
        <source>any</source>
        <translation>cualquiera</translation>
    </message>
    <message>
        <source>below %1</source>
        <translation>menos del %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>del %1 al %2</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>desde el %1</translation>
    </message>
    <message>
        <source>worst mistakes first</source>
        <translation>primero los peores errores</translation>
    </message>
    <message>
        <source>most confident first</source>
        <translation>primero las más seguras</translation>
    </message>
    <message>
        <source>least confident first</source>
        <translation>primero las menos seguras</translation>
    </message>
    <message>
        <source>closest decisions first</source>
        <translation>primero las más reñidas</translation>
    </message>
    <message>
        <source>as in the data</source>
        <translation>como en los datos</translation>
    </message>
    <message>
        <source>No picture fits this choice.</source>
        <translation>Ninguna imagen cumple esta elección.</translation>
    </message>
    <message>
        <source>%1 of %2 pictures. Below each: what the network takes it for. Choose one, and every page shows it.</source>
        <translation>%1 de %2 imágenes. Debajo de cada una, por qué la toma la red. Elija una y todas las páginas la mostrarán.</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Margin</source>
        <translation>Margen</translation>
    </message>
    <message>
        <source>Loss</source>
        <translation>Pérdida</translation>
    </message>
</context>
<context>
    <name>convscope::PredictionsMemorised</name>
    <message>
        <source>Training picture %1</source>
        <translation>Imagen de entrenamiento %1</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todas</translation>
    </message>
    <message>
        <source>the wrong label, memorised</source>
        <translation>la etiqueta falsa, memorizada</translation>
    </message>
    <message>
        <source>the true class</source>
        <translation>la clase verdadera</translation>
    </message>
    <message>
        <source>another class</source>
        <translation>otra clase</translation>
    </message>
    <message>
        <source>What the network answers to the training pictures with a wrong label.</source>
        <translation>Qué responde la red a las imágenes de entrenamiento con etiqueta falsa.</translation>
    </message>
    <message>
        <source>Training pictures</source>
        <translation>Imágenes de entrenamiento</translation>
    </message>
    <message>
        <source>The network is being asked about its training pictures.</source>
        <translation>Se está preguntando a la red por sus imágenes de entrenamiento.</translation>
    </message>
    <message>
        <source>Here you will see which training pictures the network has learnt by heart.</source>
        <translation>Aquí verá qué imágenes de entrenamiento se ha aprendido de memoria la red.</translation>
    </message>
    <message>
        <source>Of %1 training pictures with their own label it knows %2.</source>
        <translation>De %1 imágenes de entrenamiento con su propia etiqueta acierta el %2.</translation>
    </message>
    <message>
        <source>Of the test pictures, which it has never seen, %1: the difference is what was learnt by heart.</source>
        <translation>De las imágenes de prueba, que nunca ha visto, el %1: la diferencia es lo aprendido de memoria.</translation>
    </message>
    <message>
        <source>Training picture %1: %2; the network answers %3 (%4).</source>
        <translation>Imagen de entrenamiento %1: %2; la red responde %3 (%4).</translation>
    </message>
    <message>
        <source>Training picture %1: %2, labelled %3 on purpose; the network answers %4 (%5).</source>
        <translation>Imagen de entrenamiento %1: %2, etiquetada a propósito como %3; la red responde %4 (%5).</translation>
    </message>
    <message>
        <source>Training picture</source>
        <translation>Imagen de entrenamiento</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>Clase verdadera</translation>
    </message>
    <message>
        <source>Given label</source>
        <translation>Etiqueta dada</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Confidence</source>
        <translation>Confianza</translation>
    </message>
    <message>
        <source>After batch %1. Training was told a wrong class for %2 pictures. To %3 of them (%4) the network now answers that wrong label: those it has memorised (a few it would confuse anyway). %5 (%6) it recognises in spite of the label, to %7 it answers another class.</source>
        <translation>Tras el lote %1. Al entrenar se le dijo una clase falsa para %2 imágenes. A %3 de ellas (%4) la red responde ahora esa etiqueta falsa: esas las ha memorizado (unas pocas las confundiría de todos modos). %5 (%6) las reconoce a pesar de la etiqueta; a %7 responde otra clase.</translation>
    </message>
    <message>
        <source>learnt against their look-alikes</source>
        <translation>aprendidas contra sus parecidas</translation>
    </message>
    <message>
        <source>wrong all the same</source>
        <translation>equivocadas de todos modos</translation>
    </message>
    <message>
        <source>Look-alikes: the %1 other training pictures whose pixels differ least.</source>
        <translation>Parecidas: las otras %1 imágenes de entrenamiento cuyos píxeles difieren menos.</translation>
    </message>
    <message>
        <source>After batch %1. This run was trained without wrong labels (set some in the form, under Data, to see them learnt by heart).</source>
        <translation>Tras el lote %1. Esta ejecución se entrenó sin etiquetas erróneas (ponga algunas en el formulario, en Datos, para ver cómo se memorizan).</translation>
    </message>
    <message>
        <source>Of %1 training pictures %2 look more like another class: of the %3 pictures nearest to them at most one has their label. It knows %4 of these all the same: what it can&apos;t tell from look-alikes it has learnt by heart.</source>
        <translation>De %1 imágenes de entrenamiento, %2 se parecen más a otra clase: de las %3 imágenes más cercanas, como mucho una tiene su etiqueta. Aun así conoce %4 de ellas: lo que no puede deducir de las parecidas lo ha memorizado.</translation>
    </message>
    <message>
        <source>Training picture %1: %2, though most of its look-alikes are %3; the network answers %4 (%5).</source>
        <translation>Imagen de entrenamiento %1: %2, aunque la mayoría de sus parecidas son %3; la red responde %4 (%5).</translation>
    </message>
    <message>
        <source>Most of its look-alikes</source>
        <translation>La mayoría de sus parecidas</translation>
    </message>
</context>
<context>
    <name>convscope::PredictionsOthers</name>
    <message>
        <source>Export what the runs say of the picture</source>
        <translation>Exportar lo que las ejecuciones dicen de la imagen</translation>
    </message>
    <message>
        <source>What each run says of the picture</source>
        <translation>Lo que cada ejecución dice de la imagen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecución</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Respuesta</translation>
    </message>
    <message>
        <source>Sure</source>
        <translation>Conf.</translation>
    </message>
    <message>
        <source>Learnt</source>
        <translation>Época</translation>
    </message>
    <message>
        <source>After the run&apos;s last epoch.</source>
        <translation>Tras la última época de la ejecución.</translation>
    </message>
    <message>
        <source>The probability of that answer.</source>
        <translation>La probabilidad de esa respuesta.</translation>
    </message>
    <message>
        <source>The epoch since which every answer is right; a dash where the last one is wrong.</source>
        <translation>La época en que se aprendió: desde ella todas las respuestas son correctas; una raya donde la última es incorrecta.</translation>
    </message>
    <message>
        <source>Probability of the true class in each run</source>
        <translation>Probabilidad de la clase verdadera en cada ejecución</translation>
    </message>
    <message>
        <source>The same picture in other runs. Choose one to compare with it.</source>
        <translation>La misma imagen en otras ejecuciones. Elija una para comparar con ella.</translation>
    </message>
    <message>
        <source>%1, after epoch %2: %3 with %4. %5</source>
        <translation>%1, tras la época %2: %3 con %4. %5</translation>
    </message>
    <message>
        <source>right: %1</source>
        <translation>correcta: %1</translation>
    </message>
    <message>
        <source>wrong: %1</source>
        <translation>incorrecta: %1</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Época</translation>
    </message>
    <message>
        <source>True class</source>
        <translation>Clase verdadera</translation>
    </message>
    <message>
        <source>Probability of the true class</source>
        <translation>Probabilidad de la clase verdadera</translation>
    </message>
    <message>
        <source>“%1” in each run</source>
        <translation>«%1» en cada ejecución</translation>
    </message>
</context>
<context>
    <name>convscope::PredictionsPage</name>
    <message>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Confusion</source>
        <translation>Confusión</translation>
    </message>
    <message>
        <source>Calibration</source>
        <translation>Calibración</translation>
    </message>
    <message>
        <source>Memorised</source>
        <translation>Memorizadas</translation>
    </message>
    <message>
        <source>Every test picture and the network&apos;s answer to it</source>
        <translation>Cada imagen de prueba y la respuesta de la red</translation>
    </message>
    <message>
        <source>Which classes are taken for which</source>
        <translation>Qué clases se toman por cuáles</translation>
    </message>
    <message>
        <source>Whether the network is right as often as it is sure</source>
        <translation>Si la red acierta tantas veces como dice estar segura</translation>
    </message>
    <message>
        <source>Which training pictures were learnt by heart, against what they show</source>
        <translation>Qué imágenes de entrenamiento se aprendieron de memoria, en contra de lo que muestran</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Comparar con</translation>
    </message>
    <message>
        <source>Another epoch of this run, or another run that was tested with the same pictures: the matrix shows the difference, the pictures can be filtered for changed answers.</source>
        <translation>Otra época de esta ejecución u otra ejecución probada con las mismas imágenes: la matriz muestra la diferencia y las imágenes se pueden filtrar por respuestas cambiadas.</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Exportar</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>epoch %1</source>
        <translation>época %1</translation>
    </message>
    <message>
        <source>Here you will see every test picture with the network&apos;s answer, and what it confuses with what.</source>
        <translation>Aquí verá cada imagen de prueba con la respuesta de la red, y qué confunde con qué.</translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation>Inicia&amp;r entrenamiento</translation>
    </message>
    <message>
        <source>The first epoch is not complete yet. After each one the network is tested with all test pictures; it can be asked before that, too.</source>
        <translation>La primera época aún no está completa. Tras cada una se prueba la red con todas las imágenes de prueba; también se le puede preguntar antes.</translation>
    </message>
    <message>
        <source>&amp;Ask it now</source>
        <translation>&amp;Preguntar ahora</translation>
    </message>
    <message>
        <source>The network&apos;s answers are being gathered.</source>
        <translation>Se están reuniendo las respuestas de la red.</translation>
    </message>
    <message>
        <source>There are no answers at this moment: they are kept after each complete epoch.</source>
        <translation>En este momento no hay respuestas: se guardan tras cada época completa.</translation>
    </message>
</context>
<context>
    <name>convscope::PredictionsTexts</name>
    <message>
        <source>After batch %1: %2 of %3 test pictures are right (%4).</source>
        <translation>Tras el lote %1: acierta %2 de %3 imágenes de prueba (%4).</translation>
    </message>
    <message>
        <source>After epoch %1: %2 of %3 test pictures are right (%4).</source>
        <translation>Tras la época %1: acierta %2 de %3 imágenes de prueba (%4).</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message>
        <source>Epoch %1</source>
        <translation>Época %1</translation>
    </message>
    <message>
        <source>%1, epoch %2</source>
        <translation>%1, época %2</translation>
    </message>
    <message>
        <source>Of the %1 pictures of “%2” %3 were recognised (recall %4).</source>
        <translation>De las %1 imágenes de «%2» se reconocieron %3 (exhaustividad %4).</translation>
    </message>
    <message>
        <source>There is no picture of “%1”, so it has no recall.</source>
        <translation>No hay ninguna imagen de «%1», así que no tiene exhaustividad.</translation>
    </message>
    <message>
        <source>Of the %1 that it calls “%2”, %3 are some (precision).</source>
        <translation>De las %1 que llama «%2», lo son el %3 (precisión).</translation>
    </message>
    <message>
        <source>It never answers “%1”, so there is no precision.</source>
        <translation>Nunca responde «%1», así que no hay precisión.</translation>
    </message>
    <message>
        <source>Test picture %1: %2, recognised with %3</source>
        <translation>Imagen de prueba %1: %2, reconocida con un %3</translation>
    </message>
    <message>
        <source>Test picture %1: %2, taken for %3 with %4</source>
        <translation>Imagen de prueba %1: %2, tomada por %3 con un %4</translation>
    </message>
    <message>
        <source>How the answer moves shows after two epochs.</source>
        <translation>Cómo cambia la respuesta se verá tras dos épocas.</translation>
    </message>
    <message>
        <source>Never right so far.</source>
        <translation>Hasta ahora nunca acertada.</translation>
    </message>
    <message>
        <source>Learnt: right since epoch %1.</source>
        <translation>Aprendida: acertada desde la época %1.</translation>
    </message>
    <message>
        <source>Right in epoch %1 for the first time, but not now.</source>
        <translation>Acertada por primera vez en la época %1, pero no ahora.</translation>
    </message>
    <message>
        <source>Forgotten in epoch %1.</source>
        <translation>Olvidada en la época %1.</translation>
    </message>
</context>
<context>
    <name>convscope::PresetBar</name>
    <message>
        <source>%1 (changed)</source>
        <extracomment>%1 is the name of a preset whose settings were changed in the form.</extracomment>
        <translation>%1 (modificado)</translation>
    </message>
    <message>
        <source>own settings</source>
        <translation>ajustes propios</translation>
    </message>
    <message>
        <source>These settings are not a preset.</source>
        <translation>Estos ajustes no son un preajuste.</translation>
    </message>
    <message>
        <source>Your own preset.</source>
        <translation>Preajuste propio.</translation>
    </message>
    <message>
        <source>my %1</source>
        <translation>mi %1</translation>
    </message>
    <message>
        <source>&amp;Preset</source>
        <translation>&amp;Preajuste</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Preajuste</translation>
    </message>
    <message>
        <source>Ready experiments to start from. Every setting can be changed afterwards.</source>
        <translation>Experimentos listos para empezar. Después se puede cambiar cualquier ajuste.</translation>
    </message>
    <message>
        <source>A preset fills in the whole form: network and training. The first ones are built in; your own stand below the line. A change in the form changes no preset, and “Reset to preset” takes you back.</source>
        <translation>Un preajuste rellena todo el formulario: red y entrenamiento. Los primeros son los del programa; los propios están debajo de la línea. Un cambio en el formulario no cambia ningún preajuste, y «Restablecer» lo deja como estaba.</translation>
    </message>
    <message>
        <source>Save as preset…</source>
        <translation>Guardar preajuste…</translation>
    </message>
    <message>
        <source>Keeps the settings of the form under a name of your own.</source>
        <translation>Conserva los ajustes del formulario con un nombre propio.</translation>
    </message>
    <message>
        <source>Reset to preset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Takes back all changes since the preset was chosen.</source>
        <translation>Deshace todos los cambios desde que se eligió el preajuste.</translation>
    </message>
    <message>
        <source>Delete preset</source>
        <translation>Borrar preajuste</translation>
    </message>
    <message>
        <source>Deletes this preset of yours. The settings stay in the form.</source>
        <translation>Borra este preajuste propio. Los ajustes quedan en el formulario.</translation>
    </message>
    <message>
        <source>Restore deleted preset</source>
        <translation>Recuperar preajuste</translation>
    </message>
    <message>
        <source>Brings back the preset that was deleted last.</source>
        <translation>Recupera el último preajuste borrado.</translation>
    </message>
</context>
<context>
    <name>convscope::PresetNameRow</name>
    <message>
        <source>Replace</source>
        <translation>Reemplazar</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Guardar</translation>
    </message>
    <message>
        <source>A preset of yours has this name; it will be replaced.</source>
        <translation>Ya hay un preajuste propio con este nombre; será reemplazado.</translation>
    </message>
    <message>
        <source>Saves the settings of the form under this name.</source>
        <translation>Guarda los ajustes del formulario con este nombre.</translation>
    </message>
    <message>
        <source>Name of the new preset</source>
        <translation>Nombre del nuevo preajuste</translation>
    </message>
    <message>
        <source>Enter saves, Escape leaves everything as it is.</source>
        <translation>Intro guarda; Escape deja todo como está.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
</context>
<context>
    <name>convscope::ProbabilityBars</name>
    <message>
        <source>class</source>
        <translation>clase</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>probabilidad</translation>
    </message>
    <message>
        <source>Probabilities of the classes</source>
        <translation>Probabilidades de las clases</translation>
    </message>
    <message>
        <source>No answer yet.</source>
        <translation>Todavía no hay respuesta.</translation>
    </message>
    <message>
        <source>thick: %1   thin: %2</source>
        <translation>gruesa: %1   fina: %2</translation>
    </message>
    <message>
        <source>thick: %1</source>
        <translation>gruesa: %1</translation>
    </message>
    <message>
        <source>thin: %1</source>
        <translation>fina: %1</translation>
    </message>
</context>
<context>
    <name>convscope::QueueBox</name>
    <message>
        <source>training</source>
        <translation>entrenando</translation>
    </message>
    <message>
        <source>skipped</source>
        <translation>omitida</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>en espera</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrumpida</translation>
    </message>
    <message>
        <source>Train what waits, one after the other</source>
        <translation>Entrenar lo que espera, uno tras otro</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Trainings wait here for their turn, also when the program is closed meanwhile.</source>
        <translation>Los entrenamientos esperan aquí su turno, también si entretanto se cierra el programa.</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Épocas</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Hilos</translation>
    </message>
    <message>
        <source>Add the form</source>
        <translation>Añadir el formulario</translation>
    </message>
    <message>
        <source>Puts the settings in the form at the end of the queue.</source>
        <translation>Pone los ajustes del formulario al final de la cola.</translation>
    </message>
    <message>
        <source>Replace by the form</source>
        <translation>Sustituir por el formulario</translation>
    </message>
    <message>
        <source>Gives this entry the settings in the form.</source>
        <translation>Da a esta entrada los ajustes del formulario.</translation>
    </message>
    <message>
        <source>Show in the form</source>
        <translation>Mostrar en el formulario</translation>
    </message>
    <message>
        <source>Copies the settings of this entry into the form.</source>
        <translation>Copia los ajustes de esta entrada en el formulario.</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Trains this entry before the one above it.</source>
        <translation>Entrena esta entrada antes que la de encima.</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>Trains this entry after the one below it.</source>
        <translation>Entrena esta entrada después de la de debajo.</translation>
    </message>
    <message>
        <source>Skip</source>
        <translation>Omitir</translation>
    </message>
    <message>
        <source>Passes this entry over until it shall wait again.</source>
        <translation>Pasa por alto esta entrada hasta que deba esperar de nuevo.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>Takes this entry out of the queue.</source>
        <translation>Quita esta entrada de la cola.</translation>
    </message>
    <message>
        <source>automatic</source>
        <translation>automático</translation>
    </message>
    <message>
        <source>Wait again</source>
        <translation>Volver a esperar</translation>
    </message>
    <message>
        <source>Two at once</source>
        <translation>Dos a la vez</translation>
    </message>
    <message>
        <source>A second training runs beside the first one, without curves that move. They share the processor&apos;s cores, so that each is slower, but both together are often done sooner.</source>
        <translation>Un segundo entrenamiento avanza junto al primero, sin curvas que se muevan. Comparten los núcleos del procesador: cada uno va más lento, pero los dos juntos suelen acabar antes.</translation>
    </message>
</context>
<context>
    <name>convscope::QueueHelper</name>
    <message>
        <source>A second training can&apos;t be started: %1</source>
        <translation>No se puede iniciar un segundo entrenamiento: %1</translation>
    </message>
</context>
<context>
    <name>convscope::QueueTrainer</name>
    <message>
        <source>“%1” waits in the queue and can&apos;t be trained: %2</source>
        <translation>«%1» espera en la cola y no se puede entrenar: %2</translation>
    </message>
</context>
<context>
    <name>convscope::RateFinderController</name>
    <message>
        <source>The pictures are still being read. Search when they are there.</source>
        <translation>Las imágenes aún se están leyendo. Busque cuando estén.</translation>
    </message>
    <message>
        <source>The training engine is still being loaded. Search when it is there.</source>
        <translation>El motor de entrenamiento aún se está cargando. Busque cuando esté.</translation>
    </message>
    <message>
        <source>The training engine could not be loaded.</source>
        <translation>No se pudo cargar el motor de entrenamiento.</translation>
    </message>
    <message>
        <source>A network is being trained meanwhile; both take longer.</source>
        <translation>Mientras tanto se entrena una red; ambas cosas tardan más.</translation>
    </message>
</context>
<context>
    <name>convscope::RateFinderDialog</name>
    <message>
        <source>The search begins.</source>
        <translation>La búsqueda empieza.</translation>
    </message>
    <message>
        <source>Step %1 of %2, learning rate %3.</source>
        <translation>Paso %1 de %2, tasa de aprendizaje %3.</translation>
    </message>
    <message>
        <source>Ended after all %1 steps.</source>
        <translation>Terminada tras los %1 pasos.</translation>
    </message>
    <message>
        <source>Ended after %1 of %2 steps, where the loss had grown to more than four times its lowest.</source>
        <translation>Terminada tras %1 de %2 pasos, cuando la pérdida había crecido a más de cuatro veces su mínimo.</translation>
    </message>
    <message>
        <source>Cancelled after %1 of %2 steps.</source>
        <translation>Cancelada tras %1 de %2 pasos.</translation>
    </message>
    <message>
        <source>&amp;Cancel the search</source>
        <translation>&amp;Cancelar la búsqueda</translation>
    </message>
    <message>
        <source>&amp;Search again</source>
        <translation>&amp;Buscar otra vez</translation>
    </message>
    <message>
        <source>&amp;Search</source>
        <translation>&amp;Buscar</translation>
    </message>
    <message>
        <source>&amp;Use %1</source>
        <translation>&amp;Usar %1</translation>
    </message>
    <message>
        <source>&amp;Use it</source>
        <translation>&amp;Usarla</translation>
    </message>
    <message>
        <source>Find the learning rate</source>
        <translation>Buscar la tasa de aprendizaje</translation>
    </message>
    <message>
        <source>A throw-away copy of “%1” is trained for a moment while the learning rate rises from tiny to huge. Where the loss falls fastest, learning is quickest; where it turns up, the steps are too large.</source>
        <translation>Una copia de usar y tirar de «%1» se entrena un momento mientras la tasa de aprendizaje sube de diminuta a enorme. Donde la pérdida baja más deprisa, se aprende más rápido; donde vuelve a subir, los pasos son demasiado grandes.</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;De</translation>
    </message>
    <message>
        <source>&amp;to</source>
        <translation>&amp;a</translation>
    </message>
    <message>
        <source>Ste&amp;ps</source>
        <translation>&amp;Pasos</translation>
    </message>
    <message>
        <source>See&amp;d</source>
        <translation>Se&amp;milla</translation>
    </message>
    <message>
        <source>Smallest learning rate</source>
        <translation>Tasa de aprendizaje más pequeña</translation>
    </message>
    <message>
        <source>The search begins with this rate. Where the loss only rises, begin lower.</source>
        <translation>La búsqueda empieza con esta tasa. Si la pérdida solo sube, empiece más abajo.</translation>
    </message>
    <message>
        <source>Largest learning rate</source>
        <translation>Tasa de aprendizaje más grande</translation>
    </message>
    <message>
        <source>The search ends with this rate, or earlier, when the loss breaks down.</source>
        <translation>La búsqueda termina con esta tasa, o antes, cuando la pérdida se dispara.</translation>
    </message>
    <message>
        <source>Number of steps</source>
        <translation>Número de pasos</translation>
    </message>
    <message>
        <source>More steps take longer and give a smoother curve.</source>
        <translation>Más pasos tardan más y dan una curva más lisa.</translation>
    </message>
    <message>
        <source>E&amp;xport</source>
        <translation>E&amp;xportar</translation>
    </message>
    <message>
        <source>The chart as a picture, the numbers as a table</source>
        <translation>El gráfico como imagen, los números como tabla</translation>
    </message>
    <message>
        <source>Writes this learning rate into the experiment</source>
        <translation>Escribe esta tasa de aprendizaje en el experimento</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>Ce&amp;rrar</translation>
    </message>
</context>
<context>
    <name>convscope::RateFinderPlot</name>
    <message>
        <source>Loss</source>
        <translation>Pérdida</translation>
    </message>
    <message>
        <source>Chart of the loss over the learning rate</source>
        <translation>Gráfico de la pérdida según la tasa de aprendizaje</translation>
    </message>
    <message>
        <source>single steps</source>
        <translation>cada paso</translation>
    </message>
    <message>
        <source>smoothed</source>
        <translation>suavizada</translation>
    </message>
    <message>
        <source>breaking point</source>
        <translation>punto de ruptura</translation>
    </message>
    <message>
        <source>steepest</source>
        <translation>máxima pendiente</translation>
    </message>
    <message>
        <source>suggestion</source>
        <translation>propuesta</translation>
    </message>
    <message>
        <source>step %1, rate %2</source>
        <translation>paso %1, tasa %2</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Paso</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Tasa de aprendizaje</translation>
    </message>
    <message>
        <source>Smoothed loss</source>
        <translation>Pérdida suavizada</translation>
    </message>
    <message>
        <source>nats</source>
        <translation>nats</translation>
    </message>
    <message>
        <source>learning rate, logarithmic (faint: each step, strong: smoothed)</source>
        <translation>tasa de aprendizaje, logarítmica (tenue: cada paso; fuerte: suavizada)</translation>
    </message>
</context>
<context>
    <name>convscope::RegularFile</name>
    <message>
        <source>The file %1 does not exist. Choose the folder that holds the data set.</source>
        <translation>El archivo %1 no existe. Elija la carpeta que contiene el conjunto de datos.</translation>
    </message>
    <message>
        <source>The file %1 cannot be opened, because you are not allowed to read it. Change its permissions or choose another folder.</source>
        <translation>No se puede abrir el archivo %1 por falta de permiso de lectura. Cambie sus permisos o elija otra carpeta.</translation>
    </message>
    <message>
        <source>The file %1 cannot be opened: %2. Choose another file or folder.</source>
        <translation>No se puede abrir el archivo %1: %2. Elija otro archivo u otra carpeta.</translation>
    </message>
    <message>
        <source>%1 is a folder, but a file with this name is expected. Choose another folder.</source>
        <translation>%1 es una carpeta, pero se esperaba un archivo con este nombre. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>%1 is a pipe, a socket or a device, but a regular file is expected. Choose another folder.</source>
        <translation>%1 es una tubería, un socket o un dispositivo, pero se esperaba un archivo normal. Elija otra carpeta.</translation>
    </message>
    <message>
        <source>The file %1 cannot be read: %2. Please copy it again from its source.</source>
        <translation>No se puede leer el archivo %1: %2. Cópielo de nuevo desde su origen.</translation>
    </message>
</context>
<context>
    <name>convscope::ReliabilityDiagram</name>
    <message>
        <source>Confidence %1 to %2</source>
        <translation>Confianza del %1 al %2</translation>
    </message>
    <message>
        <source>%1: no answers.</source>
        <translation>%1: sin respuestas.</translation>
    </message>
    <message>
        <source>%1: %2 answers, %3 sure on average, %4 right.</source>
        <translation>%1: %2 respuestas, seguridad media %3, aciertos %4.</translation>
    </message>
    <message>
        <source>Confidence: how sure the network is</source>
        <translation>Confianza: lo segura que está la red</translation>
    </message>
    <message>
        <source>Share of right answers</source>
        <translation>Proporción de aciertos</translation>
    </message>
    <message>
        <source>Answers (highest bar: %1)</source>
        <translation>Respuestas (barra más alta: %1)</translation>
    </message>
</context>
<context>
    <name>convscope::Report</name>
    <message>
        <source>State</source>
        <translation>Estado</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Épocas</translation>
    </message>
    <message>
        <source>Last test accuracy</source>
        <translation>Última exactitud de prueba</translation>
    </message>
    <message>
        <source>Last test loss</source>
        <translation>Última pérdida de prueba</translation>
    </message>
    <message>
        <source>Lowest test loss</source>
        <translation>Menor pérdida de prueba</translation>
    </message>
    <message>
        <source>%1 (epoch %2)</source>
        <translation>%1 (época %2)</translation>
    </message>
    <message>
        <source>Last train accuracy</source>
        <translation>Última exactitud de entrenamiento</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Tiempo</translation>
    </message>
    <message>
        <source>Parameters</source>
        <translation>Parámetros</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Ejecución</translation>
    </message>
    <message>
        <source>With %L1 seeds in pairs, “%2” is on average %3 points better in accuracy than “%4” (paired t-test, p = %5).</source>
        <translation>Con %L1 semillas por parejas, «%2» tiene de media %3 puntos más de exactitud que «%4» (prueba t pareada, p = %5).</translation>
    </message>
    <message>
        <source>Seeds alone would rarely lead so far apart (less than once in 20): it is more than chance.</source>
        <translation>Las semillas por sí solas rara vez llevarían tan lejos (menos de una vez de cada 20): es más que azar.</translation>
    </message>
    <message>
        <source>Seeds alone could lead as far apart: that it is more than chance is not shown.</source>
        <translation>Las semillas por sí solas podrían llevar a la misma distancia: no queda demostrado que sea más que azar.</translation>
    </message>
    <message>
        <source>The runs were trained on different pictures, so their figures can&apos;t be compared.</source>
        <translation>Las ejecuciones se entrenaron con imágenes distintas, así que sus cifras no se pueden comparar.</translation>
    </message>
    <message>
        <source>All settings are equal.</source>
        <translation>Todos los ajustes son iguales.</translation>
    </message>
    <message>
        <source>They differ in one setting: %1.</source>
        <translation>Se diferencian en un solo ajuste: %1.</translation>
    </message>
    <message>
        <source>Epoch</source>
        <translation>Época</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Curvas</translation>
    </message>
    <message>
        <source>No epoch of these runs is complete yet.</source>
        <translation>Ninguna época de estas ejecuciones está completa todavía.</translation>
    </message>
    <message>
        <source>The ring marks the epoch of the lowest test loss.</source>
        <translation>El anillo marca la época de menor pérdida de prueba.</translation>
    </message>
    <message>
        <source>Only the %L1 most accurate runs are drawn.</source>
        <translation>Solo se dibujan las %L1 ejecuciones más exactas.</translation>
    </message>
    <message>
        <source>Test loss (nats)</source>
        <translation>Pérdida de prueba (nats)</translation>
    </message>
    <message>
        <source>Test accuracy (%)</source>
        <translation>Exactitud de prueba (%)</translation>
    </message>
    <message>
        <source>Train loss (nats)</source>
        <translation>Pérdida de entrenamiento (nats)</translation>
    </message>
    <message>
        <source>Train accuracy (%)</source>
        <translation>Exactitud de entrenamiento (%)</translation>
    </message>
    <message>
        <source>Pictures that “%1” names rightly, with the wrong answer of “%2”; those where both were surest first.</source>
        <translation>Imágenes que «%1» acierta, con la respuesta errónea de «%2»; primero aquellas en las que ambas estaban más seguras.</translation>
    </message>
    <message>
        <source>Where they disagree</source>
        <translation>Dónde discrepan</translation>
    </message>
    <message>
        <source>Of %1 test pictures, only “%2” names %3 rightly, only “%4” names %5, both name %6, and neither names %7.</source>
        <translation>De %1 imágenes de prueba, solo «%2» acierta %3, solo «%4» acierta %5, ambas aciertan %6 y ninguna acierta %7.</translation>
    </message>
    <message>
        <source>Each run</source>
        <translation>Cada ejecución</translation>
    </message>
    <message>
        <source>With more than %L1 runs, filters, confusions and errors are left out here; the report of a single run has them.</source>
        <translation>Con más de %L1 ejecuciones se omiten aquí los filtros, las confusiones y los errores; están en el informe de una sola ejecución.</translation>
    </message>
    <message numerus="yes">
        <source>Comparison of %n run(s)</source>
        <translation>
            <numerusform>Comparación de %n ejecución</numerusform>
            <numerusform>Comparación de %n ejecuciones</numerusform>
        </translation>
    </message>
    <message>
        <source>There is no run to report on. Choose one first.</source>
        <translation>No hay ninguna ejecución de la que informar. Elija primero una.</translation>
    </message>
    <message>
        <source>What kind of report %1 shall be can&apos;t be told: let its name end in .html or .pdf.</source>
        <translation>No se puede saber qué clase de informe debe ser %1: haga que su nombre termine en .html o .pdf.</translation>
    </message>
    <message>
        <source>The report can&apos;t be drawn as PDF. Write it as .html instead.</source>
        <translation>El informe no se puede dibujar como PDF. Escríbalo como .html.</translation>
    </message>
    <message>
        <source>The pictures in %1 are others than those that it was trained with.</source>
        <translation>Las imágenes de %1 son otras que aquellas con las que se entrenó.</translation>
    </message>
    <message>
        <source>It isn&apos;t known where the pictures are that it was trained with.</source>
        <translation>No se sabe dónde están las imágenes con las que se entrenó.</translation>
    </message>
    <message>
        <source>Page %L1 of %L2</source>
        <translation>Página %L1 de %L2</translation>
    </message>
    <message>
        <source>The printer does not take the report. Choose another one, or save the report as a file.</source>
        <translation>La impresora no acepta el informe. Elija otra o guarde el informe como archivo.</translation>
    </message>
    <message>
        <source>Filter %L1</source>
        <translation>Filtro %L1</translation>
    </message>
    <message>
        <source>Blue stands for −%1, white for 0, red for %1; all pictures have the same scale.</source>
        <translation>El azul representa −%1, el blanco 0 y el rojo %1; todas las imágenes tienen la misma escala.</translation>
    </message>
    <message>
        <source>“%1” for “%2” (%3)</source>
        <translation>«%1» por «%2» (%3)</translation>
    </message>
    <message>
        <source>It most often takes %1.</source>
        <translation>Lo que más veces toma: %1.</translation>
    </message>
    <message>
        <source>true class ↓ answer →</source>
        <translation>clase verdadera ↓ respuesta →</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>Clase</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisión</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Exhaustividad</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>All (F1: the mean of the classes)</source>
        <translation>Todas (F1: la media de las clases)</translation>
    </message>
    <message>
        <source>Worst errors</source>
        <translation>Peores errores</translation>
    </message>
    <message>
        <source>It makes no error on the test pictures.</source>
        <translation>No comete ningún error con las imágenes de prueba.</translation>
    </message>
    <message>
        <source>Of %1 wrong answers, those in which the true class was given the lowest probability: what the picture is, what the network took it for and how sure it was, and the picture&apos;s number in the test set.</source>
        <translation>De %1 respuestas erróneas, aquellas en las que la clase verdadera recibió la menor probabilidad: qué es la imagen, por qué la tomó la red y con qué seguridad, y el número de la imagen en el conjunto de prueba.</translation>
    </message>
    <message>
        <source>%1, taken for %2</source>
        <translation>%1, tomada por %2</translation>
    </message>
    <message>
        <source>no. %1</source>
        <comment>of a picture</comment>
        <translation>n.º %1</translation>
    </message>
    <message>
        <source>What it confuses</source>
        <translation>Lo que confunde</translation>
    </message>
    <message>
        <source>No answers to the test pictures are kept of this run.</source>
        <translation>De esta ejecución no se conservan respuestas a las imágenes de prueba.</translation>
    </message>
    <message>
        <source>Which classes it confuses, and its worst errors, can&apos;t be shown here. %1</source>
        <translation>Aquí no se puede mostrar qué clases confunde ni sus peores errores. %1</translation>
    </message>
    <message>
        <source>After epoch %1 it answers %2 of %3 test pictures rightly.</source>
        <translation>Tras la época %1 acierta %2 de %3 imágenes de prueba.</translation>
    </message>
    <message>
        <source>Rows: what the pictures are. Columns: what the network says. Colour: the square root of the share of the row, dark blue for 0, yellow for all.</source>
        <translation>Filas: lo que son las imágenes. Columnas: lo que dice la red. Color: la raíz cuadrada de la proporción de la fila, azul oscuro para 0, amarillo para todas.</translation>
    </message>
    <message>
        <source>Precision: of the pictures called so, how many are. Recall: of the pictures of the class, how many are found. F1: the harmonic mean of both.</source>
        <translation>Precisión: de las imágenes llamadas así, cuántas lo son. Exhaustividad: de las imágenes de la clase, cuántas se encuentran. F1: la media armónica de ambas.</translation>
    </message>
    <message>
        <source>Accuracy (%)</source>
        <translation>Exactitud (%)</translation>
    </message>
    <message>
        <source>Mean loss (nats)</source>
        <translation>Pérdida media (nats)</translation>
    </message>
    <message>
        <source>train</source>
        <translation>entrenamiento</translation>
    </message>
    <message>
        <source>test</source>
        <translation>prueba</translation>
    </message>
    <message>
        <source>Train: the mean over the epoch&apos;s batches as they were trained. Test: all test pictures after the epoch. The ring marks the epoch of the lowest test loss.</source>
        <translation>Entrenamiento: la media de los lotes de la época según se entrenaban. Prueba: todas las imágenes de prueba después de la época. El anillo marca la época de menor pérdida de prueba.</translation>
    </message>
    <message>
        <source>Train loss</source>
        <translation>Pérdida de entrenamiento</translation>
    </message>
    <message>
        <source>Test loss</source>
        <translation>Pérdida de prueba</translation>
    </message>
    <message>
        <source>Train accuracy</source>
        <translation>Exactitud de entrenamiento</translation>
    </message>
    <message>
        <source>Test accuracy</source>
        <translation>Exactitud de prueba</translation>
    </message>
    <message>
        <source>It overfits: the test loss was lowest after epoch %1 (%2) and is %3 after epoch %4. The training pictures are %5 points ahead in accuracy.</source>
        <translation>Hay sobreajuste: la pérdida de prueba fue mínima tras la época %1 (%2) y es %3 tras la época %4. Las imágenes de entrenamiento llevan %5 puntos de ventaja en exactitud.</translation>
    </message>
    <message>
        <source>%1 (after epoch %2)</source>
        <translation>%1 (tras la época %2)</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 de %2 a %3</translation>
    </message>
    <message>
        <source>After %1 batches: %2.</source>
        <translation>Tras %1 lotes: %2.</translation>
    </message>
    <message>
        <source>training</source>
        <translation>entrenando</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>en pausa</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>terminada</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>detenida</translation>
    </message>
    <message>
        <source>diverged</source>
        <translation>divergió</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fallida</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>interrumpida</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Motivo</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 de %2</translation>
    </message>
    <message>
        <source>Best test accuracy</source>
        <translation>Mejor exactitud de prueba</translation>
    </message>
    <message>
        <source>Last train loss</source>
        <translation>Última pérdida de entrenamiento</translation>
    </message>
    <message>
        <source>Multiplications per picture</source>
        <translation>Multiplicaciones por imagen</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notas</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Etiquetas: %1</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Ajuste</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Valor</translation>
    </message>
    <message>
        <source>In “%1”</source>
        <translation>En «%1»</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>What differs from the ready experiment “%1” comes first.</source>
        <translation>Primero va lo que se diferencia del experimento preparado «%1».</translation>
    </message>
    <message>
        <source>All settings are those of the ready experiment “%1”.</source>
        <translation>Todos los ajustes son los del experimento preparado «%1».</translation>
    </message>
    <message>
        <source>Layer</source>
        <translation>Capa</translation>
    </message>
    <message>
        <source>Output</source>
        <translation>Salida</translation>
    </message>
    <message>
        <source>Multiplications</source>
        <translation>Multiplicaciones</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Comienzo</translation>
    </message>
    <message>
        <source>Branched off</source>
        <translation>Se ramificó de</translation>
    </message>
    <message>
        <source>%1, after %2 batches</source>
        <translation>%1, tras %2 lotes</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Hecha con</translation>
    </message>
    <message>
        <source>Engine</source>
        <translation>Motor</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Hilos</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>%1: %2 training pictures, %3 test pictures</source>
        <translation>%1: %2 imágenes de entrenamiento, %3 imágenes de prueba</translation>
    </message>
    <message>
        <source>Checksum of the data</source>
        <translation>Suma de comprobación de los datos</translation>
    </message>
    <message>
        <source>What it was made with</source>
        <translation>Con qué se hizo</translation>
    </message>
    <message>
        <source>Settings were changed while it trained:</source>
        <translation>Se cambiaron ajustes mientras entrenaba:</translation>
    </message>
    <message>
        <source>How to repeat it</source>
        <translation>Cómo repetirla</translation>
    </message>
    <message>
        <source>Save this as %1:</source>
        <translation>Guarde esto como %1:</translation>
    </message>
    <message>
        <source>Then, in the same folder:</source>
        <translation>Después, en la misma carpeta:</translation>
    </message>
    <message>
        <source>On the same processor, with the same versions, it gives the same numbers to the last bit.</source>
        <translation>En el mismo procesador, con las mismas versiones, da los mismos números hasta el último bit.</translation>
    </message>
    <message>
        <source>But this run branched off another one: the command trains from the beginning.</source>
        <translation>Pero esta ejecución se ramificó de otra: la orden entrena desde el principio.</translation>
    </message>
    <message>
        <source>But settings were changed while this run trained: the command trains without these changes.</source>
        <translation>Pero se cambiaron ajustes mientras entrenaba esta ejecución: la orden entrena sin esos cambios.</translation>
    </message>
    <message>
        <source>Written by ConvScope %1 on %2.</source>
        <translation>Escrito por ConvScope %1 el %2.</translation>
    </message>
    <message>
        <source>First filters</source>
        <translation>Primeros filtros</translation>
    </message>
    <message>
        <source>First weights</source>
        <translation>Primeros pesos</translation>
    </message>
    <message>
        <source>No weights are kept of this run.</source>
        <translation>De esta ejecución no se conservan pesos.</translation>
    </message>
    <message>
        <source>The kernels of the first convolution, after %1 batches (%2 of %3):</source>
        <translation>Los núcleos de la primera convolución, tras %1 lotes (%2 de %3):</translation>
    </message>
    <message>
        <source>What each neuron of the first layer adds up, in the shape of the picture, after %1 batches (%2 of %3 neurons):</source>
        <translation>Lo que suma cada neurona de la primera capa, con la forma de la imagen, tras %1 lotes (%2 de %3 neuronas):</translation>
    </message>
    <message>
        <source>Run “%1”</source>
        <translation>Ejecución «%1»</translation>
    </message>
    <message>
        <source>No epoch of this run is complete yet.</source>
        <translation>Ninguna época de esta ejecución está completa todavía.</translation>
    </message>
    <message>
        <source>The network</source>
        <translation>La red</translation>
    </message>
    <message>
        <source>Epochs trained</source>
        <translation>Épocas entrenadas</translation>
    </message>
    <message>
        <source>No overfitting is to be seen: the test loss did not rise again by more than chance.</source>
        <translation>No se ve sobreajuste: la pérdida de prueba no volvió a subir más de lo que puede deberse al azar.</translation>
    </message>
    <message>
        <source>Test accuracy of the weights it keeps</source>
        <translation>Exactitud de prueba de los pesos que conserva</translation>
    </message>
    <message>
        <source>All settings but the seed are equal.</source>
        <translation>Todos los ajustes son iguales salvo la semilla.</translation>
    </message>
    <message>
        <source>They differ in one thing: %1.</source>
        <translation>Se diferencian en una sola cosa: %1.</translation>
    </message>
</context>
<context>
    <name>convscope::ReportActions</name>
    <message>
        <source>&amp;Report…</source>
        <translation>In&amp;forme…</translation>
    </message>
    <message>
        <source>Write the selected run, or a comparison of the selected runs, as one page of HTML or as PDF.</source>
        <translation>Escribir la ejecución elegida, o una comparación de las elegidas, como una página HTML o como PDF.</translation>
    </message>
    <message>
        <source>&amp;Print report…</source>
        <translation>I&amp;mprimir informe…</translation>
    </message>
    <message>
        <source>See the report of the selected runs page by page, and print it.</source>
        <translation>Ver el informe de las ejecuciones elegidas página por página e imprimirlo.</translation>
    </message>
    <message>
        <source>There is no run to report on. Select one in the list of runs first.</source>
        <translation>No hay ninguna ejecución de la que informar. Elija primero una en la lista de ejecuciones.</translation>
    </message>
    <message>
        <source>Only runs that are kept have a report, and the runs of this session are not kept.</source>
        <translation>Solo las ejecuciones que se guardan tienen informe, y las de esta sesión no se guardan.</translation>
    </message>
    <message>
        <source>comparison</source>
        <comment>name of a file</comment>
        <translation>comparación</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>Save report</source>
        <translation>Guardar informe</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>El informe está en %1.</translation>
    </message>
    <message>
        <source>HTML page (*.html *.htm)</source>
        <translation>Página HTML (*.html *.htm)</translation>
    </message>
    <message>
        <source>“%1” does not end in .pdf: choose the kind HTML page, or another name.</source>
        <translation>«%1» no termina en .pdf: elija el tipo Página HTML u otro nombre.</translation>
    </message>
</context>
<context>
    <name>convscope::Reports</name>
    <message>
        <source>After epoch %1 (batch %2) the loss on the test pictures is no longer a finite number: the steps were too large. Try a learning rate well below %3.</source>
        <translation>Después de la época %1 (lote %2) la pérdida con las imágenes de prueba ya no es un número finito: los pasos eran demasiado grandes. Pruebe una tasa de aprendizaje muy inferior a %3.</translation>
    </message>
    <message>
        <source>In epoch %1, batch %2 the loss stopped being a finite number: the steps were too large. Try a learning rate well below %3.</source>
        <translation>En la época %1, lote %2, la pérdida dejó de ser un número finito: los pasos eran demasiado grandes. Pruebe una tasa de aprendizaje muy inferior a %3.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped early after epoch %1: no better test loss for %Ln epoch(s).</source>
        <translation>
            <numerusform>Terminada antes, tras la época %1: sin mejor pérdida de prueba durante %Ln época.</numerusform>
            <numerusform>Terminada antes, tras la época %1: sin mejor pérdida de prueba durante %Ln épocas.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::Robustness</name>
    <message>
        <source>The data set has no test pictures.</source>
        <translation>El conjunto de datos no tiene imágenes de prueba.</translation>
    </message>
    <message>
        <source>The test was given up.</source>
        <translation>Se abandonó la prueba.</translation>
    </message>
</context>
<context>
    <name>convscope::RobustnessChart</name>
    <message>
        <source>disturbance</source>
        <translation>perturbación</translation>
    </message>
    <message>
        <source>amount</source>
        <translation>cantidad</translation>
    </message>
</context>
<context>
    <name>convscope::RunActions</name>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Reanudar</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pausar</translation>
    </message>
    <message>
        <source>Goes on exactly where the run was paused.</source>
        <translation>Continúa exactamente donde se pausó la ejecución.</translation>
    </message>
    <message>
        <source>Waits after the batch under way; nothing is lost.</source>
        <translation>Espera al terminar el lote en curso; no se pierde nada.</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Iniciar</translation>
    </message>
    <message>
        <source>1 &amp;batch</source>
        <translation>1 &amp;lote</translation>
    </message>
    <message>
        <source>1 &amp;epoch</source>
        <translation>1 épo&amp;ca</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>Trains a new network with the settings on the left.</source>
        <translation>Entrena una red nueva con los ajustes de la izquierda.</translation>
    </message>
    <message>
        <source>Trains one batch: one look at a few pictures, one small change of all weights. Then waits.</source>
        <translation>Entrena un lote: una mirada a unas pocas imágenes, un pequeño cambio de todos los pesos. Después espera.</translation>
    </message>
    <message>
        <source>Trains to the end of the epoch: every training picture once, then the test. Then waits.</source>
        <translation>Entrena hasta el final de la época: cada imagen de entrenamiento una vez, y luego la prueba. Después espera.</translation>
    </message>
    <message>
        <source>Ends the run. Its curves stay.</source>
        <translation>Termina la ejecución. Sus curvas se conservan.</translation>
    </message>
</context>
<context>
    <name>convscope::RunDescription</name>
    <message>
        <source>Begun</source>
        <translation>Comienzo</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Semilla</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Hilos</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Datos</translation>
    </message>
    <message>
        <source>%1, checksum %2…</source>
        <translation>%1, suma de control %2…</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Hecha con</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>Branched off</source>
        <translation>Rama de</translation>
    </message>
    <message>
        <source>Disk use</source>
        <translation>Espacio en disco</translation>
    </message>
    <message>
        <source>%1: %2 now, %3 then.</source>
        <translation>%1: %2 ahora, %3 entonces.</translation>
    </message>
    <message>
        <source>Libraries</source>
        <translation>Bibliotecas</translation>
    </message>
    <message>
        <source>Program and processor</source>
        <translation>Programa y procesador</translation>
    </message>
</context>
<context>
    <name>convscope::RunDetails</name>
    <message>
        <source>About the selected run</source>
        <translation>Sobre la ejecución elegida</translation>
    </message>
    <message>
        <source>Tags, notes, settings, and what the run was made with</source>
        <translation>Etiquetas, notas, ajustes y con qué se hizo la ejecución</translation>
    </message>
    <message>
        <source>&amp;Tags</source>
        <translation>E&amp;tiquetas</translation>
    </message>
    <message>
        <source>With commas between them</source>
        <translation>Separadas por comas</translation>
    </message>
    <message>
        <source>Words by which you find this run again, for example: dropout, first lesson.</source>
        <translation>Palabras con las que volverá a encontrar esta ejecución, por ejemplo: dropout, primera lección.</translation>
    </message>
    <message>
        <source>&amp;Notes</source>
        <translation>&amp;Notas</translation>
    </message>
    <message>
        <source>What you tried, and what you saw</source>
        <translation>Qué ha probado y qué ha visto</translation>
    </message>
    <message>
        <source>Your notes are kept with the run, and travel with it when it is exported.</source>
        <translation>Sus notas se guardan con la ejecución y viajan con ella al exportarla.</translation>
    </message>
    <message>
        <source>The settings of this run, to be read. “Use these settings” copies them into the form.</source>
        <translation>Los ajustes de esta ejecución, solo para leer. «Usar estos ajustes» los copia en el formulario.</translation>
    </message>
    <message>
        <source>Settings of this run</source>
        <translation>Ajustes de esta ejecución</translation>
    </message>
    <message>
        <source>Use these settings</source>
        <translation>Usar estos ajustes</translation>
    </message>
    <message>
        <source>Copy network and settings of this run into the form on the left.</source>
        <translation>Copia la red y los ajustes de esta ejecución en el formulario de la izquierda.</translation>
    </message>
    <message>
        <source>Repeat this run</source>
        <translation>Repetir esta ejecución</translation>
    </message>
    <message>
        <source>Trains again with the same settings, seed and number of threads. At the end it says whether every number is the same to the last bit, or what differs.</source>
        <translation>Entrena de nuevo con los mismos ajustes, semilla y número de hilos. Al final dice si todos los números son iguales hasta el último bit, o qué cambia.</translation>
    </message>
    <message>
        <source>Free disk space…</source>
        <translation>Liberar espacio…</translation>
    </message>
    <message>
        <source>Removes every second of the kept moments of this run. It says first how much becomes free, and asks.</source>
        <translation>Quita uno de cada dos momentos guardados de esta ejecución. Antes dice cuánto espacio queda libre y pregunta.</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>convscope::RunExport</name>
    <message>
        <source>The saved weights of the run “%1” don&apos;t fit its network.</source>
        <translation>Los pesos guardados de la ejecución «%1» no encajan en su red.</translation>
    </message>
    <message>
        <source>TensorBoard reads only files with “tfevents” in their name. Call it %1, for example.</source>
        <translation>TensorBoard solo lee archivos con «tfevents» en su nombre. Llámelo %1, por ejemplo.</translation>
    </message>
</context>
<context>
    <name>convscope::RunExportMenu</name>
    <message>
        <source>&amp;Run file</source>
        <translation>Archivo de la &amp;ejecución</translation>
    </message>
    <message>
        <source>&amp;Weights (safetensors)</source>
        <translation>&amp;Pesos (safetensors)</translation>
    </message>
    <message>
        <source>&amp;Network (ONNX)</source>
        <translation>&amp;Red (ONNX)</translation>
    </message>
    <message>
        <source>&amp;PyTorch script</source>
        <translation>Programa de P&amp;yTorch</translation>
    </message>
    <message>
        <source>Curves for Tensor&amp;Board</source>
        <translation>Curvas para Tensor&amp;Board</translation>
    </message>
    <message>
        <source>&amp;Table of the epochs (CSV)</source>
        <translation>&amp;Tabla de las épocas (CSV)</translation>
    </message>
    <message>
        <source>&amp;Settings (JSON)</source>
        <translation>&amp;Ajustes (JSON)</translation>
    </message>
    <message>
        <source>The whole run in one file, to share it or to open it on another computer by a double click.</source>
        <translation>La ejecución completa en un archivo, para compartirla o abrirla en otro ordenador con un doble clic.</translation>
    </message>
    <message>
        <source>All weights with their names, for Python and for “Load weights…”. Nothing in such a file is ever executed.</source>
        <translation>Todos los pesos con sus nombres, para Python y para «Cargar pesos…». Nada de ese archivo se ejecuta nunca.</translation>
    </message>
    <message>
        <source>Layers and weights in one file that most other programs read; Netron draws it.</source>
        <translation>Capas y pesos en un archivo que leen casi todos los demás programas; Netron lo dibuja.</translation>
    </message>
    <message>
        <source>A script in Python that builds the same network, loads exported weights, tests them and trains on.</source>
        <translation>Un programa en Python que construye la misma red, carga los pesos exportados, los pone a prueba y sigue entrenando.</translation>
    </message>
    <message>
        <source>Loss and accuracy as an event file. TensorBoard looks for “tfevents” in its name.</source>
        <translation>Pérdida y exactitud como archivo de eventos. TensorBoard busca «tfevents» en su nombre.</translation>
    </message>
    <message>
        <source>One line an epoch, for a spreadsheet or for Python.</source>
        <translation>Una línea por época, para una hoja de cálculo o para Python.</translation>
    </message>
    <message>
        <source>Network and training as they are opened by “Open settings…” and by `convscope train --settings`.</source>
        <translation>Red y entrenamiento, tal como los abren «Abrir ajustes…» y `convscope train --settings`.</translation>
    </message>
</context>
<context>
    <name>convscope::RunExporter</name>
    <message>
        <source>Export run</source>
        <translation>Exportar ejecución</translation>
    </message>
    <message>
        <source>The run “%1” was written to %2.</source>
        <translation>La ejecución «%1» se escribió en %2.</translation>
    </message>
</context>
<context>
    <name>convscope::RunKeeper</name>
    <message>
        <source>Continue this run</source>
        <translation>Continuar esta ejecución</translation>
    </message>
    <message numerus="yes">
        <source>“%1” has trained %Ln epoch(s). How many shall it have in all?</source>
        <translation>
            <numerusform>«%1» ha entrenado %Ln época. ¿Cuántas debe tener en total?</numerusform>
            <numerusform>«%1» ha entrenado %Ln épocas. ¿Cuántas debe tener en total?</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename run</source>
        <translation>Cambiar el nombre</translation>
    </message>
    <message>
        <source>Name of the run:</source>
        <translation>Nombre de la ejecución:</translation>
    </message>
    <message>
        <source>Nothing is kept of this run from which it could go on.</source>
        <translation>De esta ejecución no se guarda nada desde lo que pueda seguir.</translation>
    </message>
    <message>
        <source>After epoch %L1 (batch %L2)</source>
        <translation>Tras la época %L1 (lote %L2)</translation>
    </message>
    <message>
        <source>In epoch %L1 (batch %L2)</source>
        <translation>En la época %L1 (lote %L2)</translation>
    </message>
    <message>
        <source>Branch from here</source>
        <translation>Crear una rama</translation>
    </message>
    <message>
        <source>A new run goes on from a moment of “%1”, with the learning rate, schedule, dropout, weight decay and epochs in the form. From which moment?</source>
        <translation>Una ejecución nueva sigue desde un momento de «%1», con la tasa de aprendizaje, el plan, el dropout, la reducción de pesos y las épocas del formulario. ¿Desde qué momento?</translation>
    </message>
    <message>
        <source>Train on from here</source>
        <translation>Seguir entrenando desde aquí</translation>
    </message>
    <message numerus="yes">
        <source>A new run goes on from “%1” after its %Ln epoch(s), with what was operated on or frozen. “%1” stays as it is. How many epochs shall the new run have in all?</source>
        <translation>
            <numerusform>Un entrenamiento nuevo sigue desde “%1” tras su época, con lo operado o congelado. “%1” queda como está. ¿Cuántas épocas debe tener en total el nuevo?</numerusform>
            <numerusform>Un entrenamiento nuevo sigue desde “%1” tras sus %Ln épocas, con lo operado o congelado. “%1” queda como está. ¿Cuántas épocas debe tener en total el nuevo?</numerusform>
        </translation>
    </message>
    <message>
        <source>Another run is training, and only one can at a time. Stop it, or wait for its end; then train on from here.</source>
        <translation>Otra ejecución está entrenando, y solo puede hacerlo una a la vez. Deténgala o espere a que termine; después, siga entrenando desde aquí.</translation>
    </message>
</context>
<context>
    <name>convscope::RunListDelegate</name>
    <message>
        <source>–</source>
        <translation>–</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1&#xa0;%</translation>
    </message>
    <message>
        <source>best epoch: %1</source>
        <translation>mejor época: %1</translation>
    </message>
</context>
<context>
    <name>convscope::RunListModel</name>
    <message>
        <source>Not started yet</source>
        <translation>Sin iniciar</translation>
    </message>
    <message>
        <source>Training, epoch %L1 of %L2</source>
        <translation>Entrenando, época %L1 de %L2</translation>
    </message>
    <message>
        <source>Paused in epoch %L1 of %L2</source>
        <translation>En pausa, época %L1 de %L2</translation>
    </message>
    <message numerus="yes">
        <source>Finished after %Ln epoch(s)</source>
        <translation>
            <numerusform>Finalizada tras %Ln época</numerusform>
            <numerusform>Finalizada tras %Ln épocas</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped in epoch %L1 of %L2</source>
        <translation>Detenida, época %L1 de %L2</translation>
    </message>
    <message>
        <source>Diverged in epoch %L1 of %L2</source>
        <translation>Divergió, época %L1 de %L2</translation>
    </message>
    <message>
        <source>Failed in epoch %L1 of %L2</source>
        <translation>Falló, época %L1 de %L2</translation>
    </message>
    <message>
        <source>Run %L1: %2</source>
        <translation>Ejecución %L1: %2</translation>
    </message>
    <message>
        <source>All settings are those of the preset.</source>
        <translation>Todos los ajustes son los del preajuste.</translation>
    </message>
    <message>
        <source>Different from the preset:</source>
        <translation>Diferencias con el preajuste:</translation>
    </message>
    <message>
        <source>Run %L1, %2. %3.</source>
        <translation>Ejecución %L1, %2. %3.</translation>
    </message>
    <message>
        <source>Run %L1, %2. %3. Test accuracy %4 percent, best test accuracy %5 percent.</source>
        <translation>Ejecución %L1, %2. %3. Exactitud de prueba: %4 por ciento; la mejor exactitud de prueba, %5 por ciento.</translation>
    </message>
    <message>
        <source>Interrupted in epoch %L1 of %L2</source>
        <translation>Interrumpida, época %L1/%L2</translation>
    </message>
    <message>
        <source>Another program trains it, epoch %L1 of %L2</source>
        <translation>Otro programa, época %L1 de %L2</translation>
    </message>
    <message>
        <source>Stopped early after epoch %L1 of %L2</source>
        <translation>Terminada antes, época %L1 de %L2</translation>
    </message>
    <message>
        <source>Tags: %1</source>
        <translation>Etiquetas: %1</translation>
    </message>
    <message>
        <source>Best test accuracy %1&#xa0;%, at the epoch with the lowest test loss.</source>
        <translation>Mejor exactitud de prueba: %1&#xa0;%, en la época de menor pérdida de prueba.</translation>
    </message>
</context>
<context>
    <name>convscope::RunNotebook</name>
    <message>
        <source>Import runs</source>
        <translation>Importar ejecuciones</translation>
    </message>
    <message>
        <source>There is no laboratory to put the run into: the runs of this session are not kept.</source>
        <translation>No hay laboratorio donde poner la ejecución: las ejecuciones de esta sesión no se guardan.</translation>
    </message>
    <message>
        <source>The pictures that are loaded are not those that the run “%1” was trained with. Choose their folder first.</source>
        <translation>Las imágenes cargadas no son aquellas con las que se entrenó la ejecución «%1». Elija primero su carpeta.</translation>
    </message>
    <message numerus="yes">
        <source>The repeat has the same numbers as run %1, to the last bit: %Ln batch(es) compared.</source>
        <translation>
            <numerusform>La repetición tiene los mismos números que la ejecución %1, hasta el último bit: %Ln lote comparado.</numerusform>
            <numerusform>La repetición tiene los mismos números que la ejecución %1, hasta el último bit: %Ln lotes comparados.</numerusform>
        </translation>
    </message>
    <message>
        <source>The repeat differs from run %1 from batch %2 on. %3</source>
        <translation>La repetición difiere de la ejecución %1 a partir del lote %2. %3</translation>
    </message>
    <message>
        <source>Settings were changed while one of them trained, or the machine makes errors.</source>
        <translation>Se cambiaron ajustes mientras una de ellas entrenaba, o la máquina comete errores.</translation>
    </message>
    <message>
        <source>Runs and laboratories of ConvScope (*.convscope *.sqlite)</source>
        <translation>Ejecuciones y laboratorios de ConvScope (*.convscope *.sqlite)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) were added.</source>
        <translation>
            <numerusform>Se añadió %Ln ejecución.</numerusform>
            <numerusform>Se añadieron %Ln ejecuciones.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln were here already.</source>
        <translation>
            <numerusform>%Ln ya estaba aquí.</numerusform>
            <numerusform>%Ln ya estaban aquí.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::RunSearchBar</name>
    <message>
        <source>Newest first</source>
        <translation>Primero las más nuevas</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Primero las más antiguas</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Por nombre</translation>
    </message>
    <message>
        <source>Best test accuracy first</source>
        <translation>Primero la mejor exactitud de prueba</translation>
    </message>
    <message>
        <source>Last test accuracy first</source>
        <translation>Primero la mayor exactitud final de prueba</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
    <message>
        <source>Search in names, tags and notes of the runs</source>
        <translation>Buscar en nombres, etiquetas y notas de las ejecuciones</translation>
    </message>
    <message>
        <source>Shows the runs with all these words in their name, tags or notes.</source>
        <translation>Muestra las ejecuciones que tienen todas estas palabras en su nombre, sus etiquetas o sus notas.</translation>
    </message>
    <message>
        <source>Show favourites only</source>
        <translation>Mostrar solo las favoritas</translation>
    </message>
    <message>
        <source>Order of the runs</source>
        <translation>Orden de las ejecuciones</translation>
    </message>
    <message>
        <source>Queue: trainings that wait for their turn</source>
        <translation>Cola: entrenamientos que esperan su turno</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Cola</translation>
    </message>
    <message>
        <source>Trash: deleted runs, to put back or to erase</source>
        <translation>Papelera: ejecuciones eliminadas, para devolverlas o borrarlas</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papelera</translation>
    </message>
</context>
<context>
    <name>convscope::RunStore</name>
    <message>
        <source>The folder %1 can&apos;t be made, so no runs can be kept there. Choose another file.</source>
        <translation>No se puede crear la carpeta %1, así que no se pueden guardar ejecuciones allí. Elija otro archivo.</translation>
    </message>
    <message>
        <source>The file %1 is being written by another program. Wait until it is done.</source>
        <translation>Otro programa está escribiendo el archivo %1. Espere a que termine.</translation>
    </message>
    <message>
        <source>The file %1 holds other things than a run, so it was not opened. Ask for a new copy.</source>
        <translation>El archivo %1 contiene otras cosas además de una ejecución, así que no se abrió. Pida una copia nueva.</translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be written: %2. Check the permissions of the folder.</source>
        <translation>No se puede escribir el archivo %1: %2. Compruebe los permisos de la carpeta.</translation>
    </message>
    <message>
        <source>There is no home folder to keep the runs in. Name a file with --laboratory FILE or in CONVSCOPE_LABORATORY.</source>
        <translation>No hay carpeta personal en la que guardar las ejecuciones. Indique un archivo con --laboratory ARCHIVO o en CONVSCOPE_LABORATORY.</translation>
    </message>
    <message>
        <source>The run “%1” in %2 is damaged, so it was not copied.</source>
        <translation>La ejecución «%1» de %2 está dañada, así que no se copió.</translation>
    </message>
    <message>
        <source>%1 is a folder or a device. Choose another name for the file.</source>
        <translation>%1 es una carpeta o un dispositivo. Elija otro nombre para el archivo.</translation>
    </message>
    <message>
        <source>The folder %1 does not exist. Choose another one.</source>
        <translation>La carpeta %1 no existe. Elija otra.</translation>
    </message>
    <message>
        <source>The file %1 holds values that are too large for a run, so it was not opened.</source>
        <translation>El archivo %1 contiene valores demasiado grandes para una ejecución, así que no se abrió.</translation>
    </message>
    <message>
        <source>The file %1 does not hold exactly one run. To use it as a laboratory, start with --laboratory.</source>
        <translation>El archivo %1 no contiene exactamente una ejecución. Para usarlo como laboratorio, inicie el programa con --laboratory.</translation>
    </message>
    <message>
        <source>This run is here already, in the trash, as “%1” (%2). Take it out of there.</source>
        <translation>Esta ejecución ya está aquí, en la papelera, como «%1» (%2). Sáquela de allí.</translation>
    </message>
    <message>
        <source>This run is here already, as “%1” (%2).</source>
        <translation>Esta ejecución ya está aquí, como «%1» (%2).</translation>
    </message>
    <message>
        <source>the curves from batch %1 to batch %2</source>
        <translation>las curvas del lote %1 al lote %2</translation>
    </message>
    <message>
        <source>the figures of %1 of its %2 epochs</source>
        <translation>las cifras de %1 de sus %2 épocas</translation>
    </message>
    <message>
        <source>the marks of pauses and changed settings</source>
        <translation>las marcas de pausas y de ajustes cambiados</translation>
    </message>
    <message>
        <source>the checkpoint after %1 batches</source>
        <translation>el punto de control tras %1 lotes</translation>
    </message>
    <message>
        <source>The run “%1” has no probabilities of epoch %2.</source>
        <translation>La ejecución «%1» no tiene probabilidades de la época %2.</translation>
    </message>
    <message>
        <source>the probabilities of epoch %1</source>
        <translation>las probabilidades de la época %1</translation>
    </message>
    <message>
        <source>The run “%1” can&apos;t go on, because it ended before its first checkpoint. Start it again with its settings.</source>
        <translation>La ejecución «%1» no puede continuar, porque terminó antes de su primer punto de control. Iníciela de nuevo con sus ajustes.</translation>
    </message>
    <message>
        <source>The run “%1” can&apos;t go on, because none of its checkpoints is undamaged. Start it again with its settings.</source>
        <translation>La ejecución «%1» no puede continuar, porque todos sus puntos de control están dañados. Iníciela de nuevo con sus ajustes.</translation>
    </message>
    <message>
        <source>In the run “%1” (%2) something is damaged and not used: %3.</source>
        <translation>En la ejecución «%1» (%2) hay algo dañado que no se usa: %3.</translation>
    </message>
    <message>
        <source>The run is no longer recorded: it was deleted, or another program goes on with it.</source>
        <translation>La ejecución ya no se guarda: se eliminó, o la continúa otro programa.</translation>
    </message>
    <message>
        <source>The run “%1” (%2) is damaged: what it was made with can&apos;t be relied on. Other runs are not affected.</source>
        <translation>La ejecución «%1» (%2) está dañada: no es fiable lo que dice de cómo se hizo. Las demás ejecuciones no están afectadas.</translation>
    </message>
    <message>
        <source>There is no run %1. `convscope runs` lists those there are.</source>
        <translation>No hay ninguna ejecución %1. `convscope runs` muestra las que hay.</translation>
    </message>
    <message>
        <source>The run “%1” is training. Stop it first.</source>
        <translation>La ejecución «%1» está entrenando. Deténgala antes.</translation>
    </message>
    <message>
        <source>Several runs begin with %1: %2. Write more of the one you mean.</source>
        <translation>Varias ejecuciones empiezan por %1: %2. Escriba más de la que quiere.</translation>
    </message>
    <message>
        <source>There are no runs in %1 yet.</source>
        <translation>Todavía no hay ejecuciones en %1.</translation>
    </message>
    <message>
        <source>The run “%1” is not in the trash. Move it there first.</source>
        <translation>La ejecución «%1» no está en la papelera. Muévala antes allí.</translation>
    </message>
    <message>
        <source>The file %1 was written by a newer version of ConvScope. Open it with that one; it was not changed.</source>
        <translation>El archivo %1 lo escribió una versión más nueva de ConvScope. Ábralo con ella; no se ha modificado.</translation>
    </message>
    <message>
        <source>%1 is a folder, but a file with runs is expected. Choose a file.</source>
        <translation>%1 es una carpeta, pero se espera un archivo con ejecuciones. Elija un archivo.</translation>
    </message>
    <message>
        <source>The file %1 is empty, so it holds no runs. Delete it, or choose another one.</source>
        <translation>El archivo %1 está vacío, así que no contiene ejecuciones. Elimínelo o elija otro.</translation>
    </message>
    <message>
        <source>The file %1 holds no runs of ConvScope, or its beginning is damaged. Choose another one; it was not changed.</source>
        <translation>El archivo %1 no contiene ejecuciones de ConvScope, o su comienzo está dañado. Elija otro; no se ha modificado.</translation>
    </message>
    <message>
        <source>The file %1 is in use by another program. Wait until it is done, or close it.</source>
        <translation>Otro programa está usando el archivo %1. Espere a que termine o ciérrelo.</translation>
    </message>
    <message>
        <source>The file %1 may not be written. Change the permissions of the file and of its folder.</source>
        <translation>No está permitido escribir en el archivo %1. Cambie los permisos del archivo y de su carpeta.</translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be written, because the disk is full. Free some space.</source>
        <translation>No se puede escribir el archivo %1, porque el disco está lleno. Libere espacio.</translation>
    </message>
    <message>
        <source>The file %1 is damaged. Put it aside or restore it from a copy; nothing in it was changed.</source>
        <translation>El archivo %1 está dañado. Apártelo o recupérelo de una copia; no se ha modificado nada en él.</translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be opened. Check that its folder exists and may be written.</source>
        <translation>No se puede abrir el archivo %1. Compruebe que su carpeta existe y que se puede escribir en ella.</translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be read or written: the disk reports an error, or a quota is used up.</source>
        <translation>No se puede leer o escribir el archivo %1: el disco informa de un error, o se ha agotado una cuota.</translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be used: %2.</source>
        <translation>No se puede usar el archivo %1: %2.</translation>
    </message>
    <message>
        <source>Qt&apos;s SQLite driver is missing: please install the package libqt6sql6-sqlite.</source>
        <translation>Falta el controlador de SQLite de Qt: instale el paquete libqt6sql6-sqlite.</translation>
    </message>
    <message>
        <source>There is not enough memory for this. Close other programs and try again.</source>
        <translation>No hay memoria suficiente para esto. Cierre otros programas e inténtelo de nuevo.</translation>
    </message>
    <message>
        <source>Something unexpected went wrong: %1.</source>
        <translation>Algo inesperado salió mal: %1.</translation>
    </message>
    <message>
        <source>the weights after %1 batches</source>
        <translation>los pesos tras %1 lotes</translation>
    </message>
    <message>
        <source>the filters around batch %1</source>
        <translation>los filtros alrededor del lote %1</translation>
    </message>
    <message>
        <source>The network in the form is another one than that of the run “%1”. Use the settings of that run, then change how it is trained.</source>
        <translation>La red del formulario no es la de la ejecución «%1». Use los ajustes de esa ejecución y cambie después cómo se entrena.</translation>
    </message>
    <message>
        <source>The run “%1” has trained %2 epochs there. Ask for more epochs in all.</source>
        <translation>La ejecución «%1» ha entrenado %2 épocas hasta ahí. Pida más épocas en total.</translation>
    </message>
    <message>
        <source>%1, branch</source>
        <translation>%1, rama</translation>
    </message>
    <message>
        <source>Entry %1 of the queue is damaged. Remove it; the others are not affected.</source>
        <translation>La entrada %1 de la cola está dañada. Quítela; las demás no están afectadas.</translation>
    </message>
    <message>
        <source>Entry %1 of the queue is being trained. Stop that run first.</source>
        <translation>La entrada %1 de la cola se está entrenando. Detenga primero esa ejecución.</translation>
    </message>
    <message>
        <source>The run “%1” is training in %2. Import it when it has ended.</source>
        <translation>La ejecución «%1» se está entrenando en %2. Impórtela cuando haya terminado.</translation>
    </message>
    <message>
        <source>A run in %1 has no proper id, so it was not copied.</source>
        <translation>Una ejecución de %1 no tiene un identificador válido, así que no se copió.</translation>
    </message>
    <message>
        <source>The weights that were operated on are not those of the run “%1”. Choose the moment again.</source>
        <translation>Los pesos que se operaron no son los de la ejecución «%1». Elija el momento otra vez.</translation>
    </message>
    <message>
        <source>%1, operated</source>
        <translation>%1, operada</translation>
    </message>
    <message>
        <source>No checkpoint of this run is kept.</source>
        <translation>No se conserva ningún punto de control de esta ejecución.</translation>
    </message>
    <message>
        <source>There is no entry %1 in the queue: it was never there, was removed, or its turn is over.</source>
        <translation>No hay ninguna entrada %1 en la cola: nunca la hubo, se quitó o ya pasó su turno.</translation>
    </message>
    <message>
        <source>Another program has trained the run “%1” meanwhile. Try again: it goes on from where it is now.</source>
        <translation>Otro programa ha entrenado entretanto la ejecución «%1». Inténtelo de nuevo: continúa desde donde está ahora.</translation>
    </message>
    <message>
        <source>The weights of the best epoch of the run “%1” (%2) can&apos;t be had; those after %3 batches stand for them.</source>
        <translation>No se pueden obtener los pesos de la mejor época de la ejecución «%1» (%2); en su lugar se dan los de después de %3 lotes.</translation>
    </message>
    <message>
        <source>The run %1 is not damaged. Move it to the trash.</source>
        <translation>La ejecución %1 no está dañada. Muévala a la papelera.</translation>
    </message>
    <message>
        <source>The space is free for other runs, but the file could not be made smaller. %1</source>
        <translation>El espacio queda libre para otras ejecuciones, pero el archivo no se pudo reducir. %1</translation>
    </message>
</context>
<context>
    <name>convscope::RunThinner</name>
    <message>
        <source>The run “%1” keeps no more moments than it needs.</source>
        <translation>La ejecución «%1» no guarda más momentos de los que necesita.</translation>
    </message>
    <message numerus="yes">
        <source>The run “%1” keeps the whole network at %Ln moment(s) of its training. Remove every second one?</source>
        <translation>
            <numerusform>La ejecución «%1» guarda la red entera en %Ln momento de su entrenamiento. ¿Quitar uno de cada dos?</numerusform>
            <numerusform>La ejecución «%1» guarda la red entera en %Ln momentos de su entrenamiento. ¿Quitar uno de cada dos?</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 become free. Curves, predictions and what the run needs to go on stay; the time line has fewer moments.</source>
        <translation>Quedarán libres %1. Se conservan las curvas, las predicciones y lo que la ejecución necesita para continuar; la línea de tiempo tendrá menos momentos.</translation>
    </message>
    <message>
        <source>Free disk space</source>
        <translation>Liberar espacio en el disco</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>%1 are free again.</source>
        <translation>Vuelven a estar libres %1.</translation>
    </message>
    <message>
        <source>%1 are free inside the laboratory.</source>
        <translation>%1 quedan libres dentro del laboratorio.</translation>
    </message>
</context>
<context>
    <name>convscope::RunToolBar</name>
    <message>
        <source>Training</source>
        <translation>Entrenamiento</translation>
    </message>
</context>
<context>
    <name>convscope::RunsPanel</name>
    <message>
        <source>Show &amp;curves</source>
        <translation>Mostrar &amp;curvas</translation>
    </message>
    <message>
        <source>Show how loss and accuracy of this run moved.</source>
        <translation>Muestra cómo cambiaron la pérdida y la exactitud de esta ejecución.</translation>
    </message>
    <message>
        <source>&amp;Use these settings</source>
        <translation>&amp;Usar estos ajustes</translation>
    </message>
    <message>
        <source>Copy network and settings of this run into the form on the left.</source>
        <translation>Copia la red y los ajustes de esta ejecución en el formulario de la izquierda.</translation>
    </message>
    <message>
        <source>Every training run will be listed here with its test accuracy. Press Start to train the first network.</source>
        <translation>Aquí aparecerá cada ejecución de entrenamiento con su exactitud de prueba. Pulse Iniciar para entrenar la primera red.</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Ejecuciones</translation>
    </message>
    <message>
        <source>&amp;Continue this run</source>
        <translation>C&amp;ontinuar esta ejecución</translation>
    </message>
    <message>
        <source>Train on from where this run was stopped or interrupted, or for more epochs. Another run that trains must end first.</source>
        <translation>Sigue entrenando desde donde esta ejecución se detuvo o se interrumpió, o durante más épocas. Si otra ejecución está entrenando, tiene que acabar antes.</translation>
    </message>
    <message>
        <source>Re&amp;name…</source>
        <translation>Cambiar &amp;nombre…</translation>
    </message>
    <message>
        <source>Give this run another name.</source>
        <translation>Da otro nombre a esta ejecución.</translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>&amp;Eliminar</translation>
    </message>
    <message>
        <source>&amp;Branch from here…</source>
        <translation>Crear una &amp;rama…</translation>
    </message>
    <message>
        <source>A new run that goes on from a kept moment of this one, with the settings in the form. Both curves are drawn.</source>
        <translation>Una ejecución nueva que sigue desde un momento guardado de esta, con los ajustes del formulario. Se dibujan ambas curvas.</translation>
    </message>
    <message>
        <source>&amp;Favourite</source>
        <translation>&amp;Favorita</translation>
    </message>
    <message>
        <source>A star for runs that you want to find again.</source>
        <translation>Una estrella para las ejecuciones que quiera volver a encontrar.</translation>
    </message>
    <message>
        <source>Move the selected runs to the trash. Stop a run first if it is still training.</source>
        <translation>Mueve las ejecuciones elegidas a la papelera. Detenga primero la que aún esté entrenando.</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>E&amp;xportar</translation>
    </message>
    <message>
        <source>Write the run, its weights or its curves to a file, for others and for other programs.</source>
        <translation>Escribe la ejecución, sus pesos o sus curvas en un archivo, para otras personas y otros programas.</translation>
    </message>
</context>
<context>
    <name>convscope::Safetensors</name>
    <message>
        <source>The file %1 can&apos;t be read as safetensors: %2.</source>
        <translation>No se puede leer el archivo %1 como safetensors: %2.</translation>
    </message>
    <message>
        <source>it ends too early</source>
        <translation>termina demasiado pronto</translation>
    </message>
    <message>
        <source>its header is said to be longer than it can be</source>
        <translation>su cabecera dice ser más larga de lo posible</translation>
    </message>
    <message>
        <source>its header is not valid JSON</source>
        <translation>su cabecera no es JSON válido</translation>
    </message>
    <message>
        <source>%1 is not stored as 32-bit numbers (F32)</source>
        <translation>%1 no está guardado en números de 32 bits (F32)</translation>
    </message>
    <message>
        <source>shape and place of %1 do not fit the file</source>
        <translation>la forma y el lugar de %1 no encajan en el archivo</translation>
    </message>
    <message>
        <source>%1 overlaps another array, or leaves a hole before it</source>
        <translation>%1 se solapa con otra matriz o deja un hueco antes</translation>
    </message>
    <message>
        <source>there is something behind the last array</source>
        <translation>hay algo detrás de la última matriz</translation>
    </message>
</context>
<context>
    <name>convscope::SandboxView</name>
    <message>
        <source>A kernel of %1 × %1 does not fit on a picture of %2 × %2 with padding %3. Choose a smaller kernel or more padding.</source>
        <translation>Un núcleo de %1 × %1 no cabe en una imagen de %2 × %2 con relleno %3. Elija un núcleo más pequeño o más relleno.</translation>
    </message>
    <message>
        <source>Side of the result = ⌊(n + 2p − k) / s⌋ + 1 = ⌊(%1 + 2 · %2 − %3) / %4⌋ + 1 = %5</source>
        <translation>Lado del resultado = ⌊(n + 2p − k) / s⌋ + 1 = ⌊(%1 + 2 · %2 − %3) / %4⌋ + 1 = %5</translation>
    </message>
    <message>
        <source>The %1 products come to %2: row %3, column %4 of the result.</source>
        <translation>Los %1 productos suman %2: fila %3, columna %4 del resultado.</translation>
    </message>
    <message>
        <source>a bar</source>
        <translation>una barra</translation>
    </message>
    <message>
        <source>a checkerboard</source>
        <translation>un tablero</translation>
    </message>
    <message>
        <source>test picture</source>
        <translation>imagen de prueba</translation>
    </message>
    <message>
        <source>Sobel, vertical edges</source>
        <translation>Sobel, bordes verticales</translation>
    </message>
    <message>
        <source>Sobel, horizontal edges</source>
        <translation>Sobel, bordes horizontales</translation>
    </message>
    <message>
        <source>all edges</source>
        <translation>todos los bordes</translation>
    </message>
    <message>
        <source>blur</source>
        <translation>desenfoque</translation>
    </message>
    <message>
        <source>sharpen</source>
        <translation>enfoque</translation>
    </message>
    <message>
        <source>identity</source>
        <translation>identidad</translation>
    </message>
    <message>
        <source>&amp;Picture</source>
        <translation>&amp;Imagen</translation>
    </message>
    <message>
        <source>&amp;Kernel</source>
        <translation>&amp;Núcleo</translation>
    </message>
    <message>
        <source>&amp;Stride</source>
        <translation>Pa&amp;so</translation>
    </message>
    <message>
        <source>P&amp;adding</source>
        <translation>&amp;Relleno</translation>
    </message>
    <message>
        <source>Side of the picture in pixels</source>
        <translation>Lado de la imagen en píxeles</translation>
    </message>
    <message>
        <source>Side of the kernel</source>
        <translation>Lado del núcleo</translation>
    </message>
    <message>
        <source>How many pixels the window moves from one place to the next</source>
        <translation>Cuántos píxeles avanza la ventana de un lugar al siguiente</translation>
    </message>
    <message>
        <source>How many rows of zeros are put around the picture</source>
        <translation>Cuántas filas de ceros se ponen alrededor de la imagen</translation>
    </message>
    <message>
        <source>Picture (click to draw)</source>
        <translation>Imagen (clic para dibujar)</translation>
    </message>
    <message>
        <source>× kernel (double-click or type)</source>
        <translation>× núcleo (doble clic o escriba)</translation>
    </message>
    <message>
        <source>= products</source>
        <translation>= productos</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Resultado</translation>
    </message>
    <message>
        <source>Draw a picture, choose or type a kernel, and see what a convolution makes of them. A network finds its kernels by itself; these are ones that people have thought out.</source>
        <translation>Dibuje una imagen, elija o escriba un núcleo y vea qué hace con ellos una convolución. Una red encuentra sola sus núcleos; estos los han ideado personas.</translation>
    </message>
    <message>
        <source>Click the result, or use the arrow keys there, to move the window.</source>
        <translation>Haga clic en el resultado, o use allí las flechas, para mover la ventana.</translation>
    </message>
    <message>
        <source>table</source>
        <translation>tabla</translation>
    </message>
    <message>
        <source>row</source>
        <translation>fila</translation>
    </message>
    <message>
        <source>column</source>
        <translation>columna</translation>
    </message>
    <message>
        <source>value</source>
        <translation>valor</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>imagen</translation>
    </message>
    <message>
        <source>kernel</source>
        <translation>núcleo</translation>
    </message>
    <message>
        <source>result</source>
        <translation>resultado</translation>
    </message>
</context>
<context>
    <name>convscope::ScatterView</name>
    <message numerus="yes">
        <source>%Ln run(s) as points.</source>
        <translation>
            <numerusform>%Ln ejecución como punto.</numerusform>
            <numerusform>%Ln ejecuciones como puntos.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 against %2</source>
        <translation>%1 contra %2</translation>
    </message>
</context>
<context>
    <name>convscope::SchedulePreview</name>
    <message>
        <source>Learning rate over the epochs</source>
        <translation>Tasa de aprendizaje a lo largo de las épocas</translation>
    </message>
    <message>
        <source>It begins at %1 and ends at %2.</source>
        <translation>Empieza en %1 y termina en %2.</translation>
    </message>
    <message>
        <source>highest %1</source>
        <extracomment>The left end of a small chart of the learning rate; %1 is the highest rate.</extracomment>
        <translation>máxima %1</translation>
    </message>
    <message numerus="yes">
        <source>%n epoch(s)</source>
        <translation>
            <numerusform>%n época</numerusform>
            <numerusform>%n épocas</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::ScreenPicker</name>
    <message>
        <source>Drag a rectangle over what the network shall see</source>
        <translation>Arrastre un rectángulo sobre lo que debe ver la red</translation>
    </message>
</context>
<context>
    <name>convscope::Session</name>
    <message>
        <source>Reading the pictures…</source>
        <translation>Leyendo las imágenes…</translation>
    </message>
    <message>
        <source>There are no pictures to train on: choose a data folder.</source>
        <translation>No hay imágenes con las que entrenar: elija una carpeta de datos.</translation>
    </message>
    <message>
        <source>Loading the training engine…</source>
        <translation>Cargando el motor de entrenamiento…</translation>
    </message>
    <message>
        <source>The training engine is not available.</source>
        <translation>El motor de entrenamiento no está disponible.</translation>
    </message>
    <message>
        <source>Reading the runs…</source>
        <translation>Leyendo las ejecuciones…</translation>
    </message>
    <message>
        <source>The pictures in %1 are not those that the run “%2” was trained with. Choose their folder first.</source>
        <translation>Las imágenes de %1 no son aquellas con las que se entrenó la ejecución «%2». Elija antes su carpeta.</translation>
    </message>
    <message>
        <source>The run “%1” is not saved yet. %2</source>
        <translation>La ejecución «%1» todavía no está guardada. %2</translation>
    </message>
    <message>
        <source>%1, after %2 batches</source>
        <translation>%1, tras %2 lotes</translation>
    </message>
    <message>
        <source>a run that is not here</source>
        <translation>una ejecución que no está aquí</translation>
    </message>
</context>
<context>
    <name>convscope::SettingsGroup</name>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the name of a setting, %2 a whole sentence about what is written there.</extracomment>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>convscope::ShortcutsBox</name>
    <message>
        <source>In a chart</source>
        <translation>En un gráfico</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Ampliar y reducir</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Desplazar</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Mostrarlo todo</translation>
    </message>
    <message>
        <source>Read the numbers of the epochs one by one</source>
        <translation>Leer los números de las épocas, una por una</translation>
    </message>
    <message>
        <source>In the list of runs</source>
        <translation>En la lista de ejecuciones</translation>
    </message>
    <message>
        <source>Show the curves of the run</source>
        <translation>Mostrar las curvas de la ejecución</translation>
    </message>
    <message>
        <source>In a number field</source>
        <translation>En un campo numérico</translation>
    </message>
    <message>
        <source>The next sensible number</source>
        <translation>El siguiente número razonable</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Rename the run</source>
        <translation>Cambiar el nombre de la ejecución</translation>
    </message>
    <message>
        <source>Delete the run</source>
        <translation>Eliminar la ejecución</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Buscar</translation>
    </message>
</context>
<context>
    <name>convscope::SoftmaxDrawing</name>
    <message>
        <source>logit z</source>
        <translation>logit z</translation>
    </message>
    <message>
        <source>÷ sum = p</source>
        <translation>÷ suma = p</translation>
    </message>
    <message>
        <source>class</source>
        <translation>clase</translation>
    </message>
    <message>
        <source>The true class of this picture is not known, so there is no loss.</source>
        <translation>No se conoce la clase verdadera de esta imagen, así que no hay pérdida.</translation>
    </message>
    <message>
        <source>loss = −ln p(%1) = −ln %2 = %3</source>
        <translation>pérdida = −ln p(%1) = −ln %2 = %3</translation>
    </message>
    <message>
        <source>True class: %1. The more probable the network holds it, the nearer to 0 the loss.</source>
        <translation>Clase verdadera: %1. Cuanto más probable la considera la red, más cerca de 0 está la pérdida.</translation>
    </message>
</context>
<context>
    <name>convscope::StateIndicator</name>
    <message>
        <source>Training</source>
        <translation>Entrenando</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>En pausa</translation>
    </message>
    <message>
        <source>Ready to start</source>
        <translation>Listo para iniciar</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Finalizada</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenida</translation>
    </message>
    <message>
        <source>Diverged</source>
        <translation>Divergió</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Falló</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Interrumpida</translation>
    </message>
    <message>
        <source>Trained by another program</source>
        <translation>La entrena otro programa</translation>
    </message>
</context>
<context>
    <name>convscope::StatusPanel</name>
    <message>
        <source>Progress of the run</source>
        <translation>Progreso de la ejecución</translation>
    </message>
    <message>
        <source>epoch %1 of %2</source>
        <translation>época %1 de %2</translation>
    </message>
    <message>
        <source>batch %1 of %2</source>
        <translation>lote %1 de %2</translation>
    </message>
    <message>
        <source>%1 pictures/s</source>
        <translation>%1 imágenes/s</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>quedan %1</translation>
    </message>
    <message>
        <source>testing…</source>
        <translation>probando…</translation>
    </message>
</context>
<context>
    <name>convscope::StepSource</name>
    <message>
        <source>There is no run to take a step of yet.</source>
        <translation>Todavía no hay ninguna ejecución de la que mostrar un paso.</translation>
    </message>
    <message>
        <source>A step needs the training pictures. Choose the folder with the data.</source>
        <translation>Un paso necesita las imágenes de entrenamiento. Elija la carpeta con los datos.</translation>
    </message>
    <message>
        <source>This run was trained with other pictures (%1). Open those to see its steps.</source>
        <translation>Esta ejecución se entrenó con otras imágenes (%1). Ábralas para ver sus pasos.</translation>
    </message>
    <message>
        <source>No checkpoint of this run is kept.</source>
        <translation>No se conserva ningún punto de control de esta ejecución.</translation>
    </message>
</context>
<context>
    <name>convscope::StepStage</name>
    <message>
        <source>One training step in slow motion</source>
        <translation>Un paso de entrenamiento en cámara lenta</translation>
    </message>
    <message>
        <source>Weight in row %1, column %2: %3 before, gradient %4, %5 after.</source>
        <translation>Peso de la fila %1, columna %2: %3 antes, gradiente %4, %5 después.</translation>
    </message>
    <message>
        <source>1 · Weights before</source>
        <translation>1 · Pesos antes</translation>
    </message>
    <message>
        <source>2 · Gradient g</source>
        <translation>2 · Gradiente g</translation>
    </message>
    <message>
        <source>3 · First moment m</source>
        <translation>3 · Primer momento m</translation>
    </message>
    <message>
        <source>4 · Second moment v</source>
        <translation>4 · Segundo momento v</translation>
    </message>
    <message>
        <source>3 · Momentum b</source>
        <translation>3 · Inercia b</translation>
    </message>
    <message>
        <source>%1 · Change</source>
        <translation>%1 · Cambio</translation>
    </message>
    <message>
        <source>%1 · Weights after</source>
        <translation>%1 · Pesos después</translation>
    </message>
    <message>
        <source>Loss of this batch: %1 → %2</source>
        <translation>Pérdida de este lote: %1 → %2</translation>
    </message>
    <message numerus="yes">
        <source>Epoch %1, batch %2, %Ln picture(s), learning rate η = %3</source>
        <translation>
            <numerusform>Época %1, lote %2, %Ln imagen, tasa de aprendizaje η = %3</numerusform>
            <numerusform>Época %1, lote %2, %Ln imágenes, tasa de aprendizaje η = %3</numerusform>
        </translation>
    </message>
    <message>
        <source>change</source>
        <translation>cambio</translation>
    </message>
    <message>
        <source>after</source>
        <translation>después</translation>
    </message>
    <message>
        <source>The weight in row %1, column %2</source>
        <translation>El peso de la fila %1, columna %2</translation>
    </message>
    <message>
        <source>row</source>
        <translation>fila</translation>
    </message>
    <message>
        <source>column</source>
        <translation>columna</translation>
    </message>
    <message>
        <source>before</source>
        <translation>antes</translation>
    </message>
    <message>
        <source>gradient</source>
        <translation>gradiente</translation>
    </message>
    <message>
        <source>first moment before</source>
        <translation>primer momento antes</translation>
    </message>
    <message>
        <source>first moment after</source>
        <translation>primer momento después</translation>
    </message>
    <message>
        <source>second moment before</source>
        <translation>segundo momento antes</translation>
    </message>
    <message>
        <source>second moment after</source>
        <translation>segundo momento después</translation>
    </message>
    <message>
        <source>The filter is frozen: it is not moved.</source>
        <translation>El filtro está congelado: no se mueve.</translation>
    </message>
    <message>
        <source>0: the filter is frozen, not moved</source>
        <translation>0: el filtro está congelado, no se mueve</translation>
    </message>
</context>
<context>
    <name>convscope::SurgeryTexts</name>
    <message>
        <source>Identity</source>
        <translation>Identidad</translation>
    </message>
    <message>
        <source>Edges</source>
        <translation>Bordes</translation>
    </message>
    <message>
        <source>Sobel, left to right</source>
        <translation>Sobel, de izquierda a derecha</translation>
    </message>
    <message>
        <source>Sobel, top to bottom</source>
        <translation>Sobel, de arriba abajo</translation>
    </message>
    <message>
        <source>Blur</source>
        <translation>Desenfocar</translation>
    </message>
    <message>
        <source>Sharpen</source>
        <translation>Enfocar</translation>
    </message>
    <message>
        <source>Works on a copy of the network; the run stays as it is.</source>
        <translation>Trabaja sobre una copia de la red; el entrenamiento queda como está.</translation>
    </message>
    <message>
        <source>You see a copy of the network after step %1, operated on %2×.</source>
        <translation>Ve una copia de la red después del paso %1, operada %2×.</translation>
    </message>
    <message>
        <source>Every filter learns when training goes on from here.</source>
        <translation>Todos los filtros aprenden cuando el entrenamiento sigue desde aquí.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln filter(s) will stay as they are when training goes on from here.</source>
        <translation>
            <numerusform>%Ln filtro quedará como está cuando el entrenamiento siga desde aquí.</numerusform>
            <numerusform>%Ln filtros quedarán como están cuando el entrenamiento siga desde aquí.</numerusform>
        </translation>
    </message>
    <message>
        <source>The test pictures are being looked at…</source>
        <translation>Se están mirando las imágenes de prueba…</translation>
    </message>
    <message>
        <source>Test accuracy %1 → %2 (%3 points)</source>
        <translation>Exactitud de prueba %1 → %2 (%3 puntos)</translation>
    </message>
    <message>
        <source>%1 on the first %2 test pictures. All %3 are being looked at…</source>
        <translation>%1 en las primeras %2 imágenes de prueba. Se están mirando todas, %3…</translation>
    </message>
    <message>
        <source>%1 on all %2 test pictures.</source>
        <translation>%1 en todas las imágenes de prueba, %2.</translation>
    </message>
</context>
<context>
    <name>convscope::Sweep</name>
    <message>
        <source>%1%2: unknown key. Known are: %3.</source>
        <translation>%1%2: clave desconocida. Se conocen: %3.</translation>
    </message>
    <message>
        <source>%1: a range needs “from” below “to” (above 0 for the scale “log”) and the scale “linear” or “log”.</source>
        <translation>%1: un intervalo necesita «from» menor que «to» (mayor que 0 con la escala «log») y la escala «linear» o «log».</translation>
    </message>
    <message>
        <source>%1: “steps” must be a whole number of 2 or more.</source>
        <translation>%1: «steps» debe ser un número entero de 2 o más.</translation>
    </message>
    <message>
        <source>%1: write a list of values, or a range with “from”, “to” and “steps”.</source>
        <translation>%1: escriba una lista de valores, o un intervalo con «from», «to» y «steps».</translation>
    </message>
    <message>
        <source>%1: this is a group of settings. Name one of them.</source>
        <translation>%1: es un grupo de ajustes. Indique uno de ellos.</translation>
    </message>
    <message>
        <source>%1: there is no such setting in this experiment.</source>
        <translation>%1: no existe tal ajuste en este experimento.</translation>
    </message>
    <message>
        <source>dropout: write numbers from 0 to below 1.</source>
        <translation>dropout: escriba números desde 0 hasta menos de 1.</translation>
    </message>
    <message>
        <source>The grid has more than %L1 variants. Try fewer values, or a random search.</source>
        <translation>La cuadrícula tiene más de %L1 variantes. Pruebe menos valores o una búsqueda aleatoria.</translation>
    </message>
    <message>
        <source>Write either “preset” or “experiment”: what the variants are made of.</source>
        <translation>Escriba «preset» o «experiment», uno de los dos: de qué se hacen las variantes.</translation>
    </message>
    <message>
        <source>“convscope_sweep”: 1 is missing, so this is no sweep that this program reads.</source>
        <translation>Falta «convscope_sweep»: 1, así que no es un barrido que este programa lea.</translation>
    </message>
    <message>
        <source>“search” is “grid”, or “random” with a “count” from 1 to %L1.</source>
        <translation>«search» es «grid», o «random» con un «count» de 1 a %L1.</translation>
    </message>
    <message>
        <source>“settings” is missing: name at least one setting and the values to try.</source>
        <translation>Falta «settings»: indique al menos un ajuste y los valores que probar.</translation>
    </message>
    <message>
        <source>%1 is no JSON object (%2 at byte %3).</source>
        <translation>%1 no es un objeto JSON (%2 en el byte %3).</translation>
    </message>
    <message>
        <source>“seeds” and the setting training.seed exclude each other.</source>
        <translation>«seeds» y el ajuste training.seed se excluyen.</translation>
    </message>
    <message>
        <source>“seeds” must be a whole number of 1 or more, with at most %L1 runs in all.</source>
        <translation>«seeds» debe ser un número entero de 1 o más, con %L1 ejecuciones en total como máximo.</translation>
    </message>
    <message>
        <source>variant %1, “%2” can&apos;t be trained: %3</source>
        <translation>la variante %1, «%2», no se puede entrenar: %3</translation>
    </message>
</context>
<context>
    <name>convscope::SweepController</name>
    <message>
        <source>There is no laboratory that could keep these runs: the runs of this session are not kept.</source>
        <translation>No hay un laboratorio que pueda guardar estas ejecuciones: las de esta sesión no se guardan.</translation>
    </message>
    <message>
        <source>sweep %1</source>
        <translation>barrido %1</translation>
    </message>
    <message>
        <source>paper</source>
        <translation>artículo</translation>
    </message>
</context>
<context>
    <name>convscope::SweepDialog</name>
    <message>
        <source>Sweep</source>
        <translation>Barrido</translation>
    </message>
    <message>
        <source>Trains many variants of one experiment and compares them: choose the settings to vary, and the values to try.</source>
        <translation>Entrena muchas variantes de un experimento y las compara: elija los ajustes que varían y los valores que se prueban.</translation>
    </message>
    <message>
        <source>The runs carry this name as a tag, so that you find them again.</source>
        <translation>Las ejecuciones llevan este nombre como etiqueta, para que las vuelva a encontrar.</translation>
    </message>
    <message>
        <source>Variants of</source>
        <translation>Variantes de</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Nombre</translation>
    </message>
    <message>
        <source>&amp;Vary one more setting</source>
        <translation>&amp;Variar otro ajuste más</translation>
    </message>
    <message>
        <source>&amp;Every combination</source>
        <translation>T&amp;odas las combinaciones</translation>
    </message>
    <message>
        <source>A grid: each value of each setting with each of the others.</source>
        <translation>Una rejilla: cada valor de cada ajuste con cada uno de los otros.</translation>
    </message>
    <message>
        <source>&amp;Random:</source>
        <translation>Al aza&amp;r:</translation>
    </message>
    <message>
        <source>Draws the values at random. With several settings it often finds good ones with far fewer runs than a grid, because no two runs try the same value of the setting that matters.</source>
        <translation>Sortea los valores. Con varios ajustes suele encontrar buenos con muchas menos ejecuciones que una rejilla, porque no hay dos que prueben el mismo valor del ajuste que importa.</translation>
    </message>
    <message>
        <source>draws</source>
        <translation>sorteos</translation>
    </message>
    <message>
        <source>Number of draws</source>
        <translation>Número de sorteos</translation>
    </message>
    <message>
        <source>seed</source>
        <translation>semilla</translation>
    </message>
    <message>
        <source>Seed of the draws</source>
        <translation>Semilla de los sorteos</translation>
    </message>
    <message>
        <source>The same seed draws the same values again.</source>
        <translation>La misma semilla vuelve a sortear los mismos valores.</translation>
    </message>
    <message>
        <source>Trains each variant so many times, each time with another seed: then you see how much of a difference is chance.</source>
        <translation>Entrena cada variante tantas veces, cada vez con otra semilla: así se ve cuánto de una diferencia es azar.</translation>
    </message>
    <message>
        <source>Seeds &amp;each:</source>
        <translation>Semillas por varian&amp;te:</translation>
    </message>
    <message>
        <source>&amp;Give up the hopeless early, from epoch</source>
        <translation>A&amp;bandonar pronto las que no prometen, desde la época</translation>
    </message>
    <message>
        <source>Spends the time on the runs that promise something. What was given up can go on later.</source>
        <translation>Gasta el tiempo en las ejecuciones que prometen algo. Lo abandonado puede seguir más tarde.</translation>
    </message>
    <message>
        <source>First epoch after which a run may be given up</source>
        <translation>Primera época tras la que se puede abandonar una ejecución</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Iniciar</translation>
    </message>
    <message>
        <source>&amp;Load sweep file…</source>
        <translation>&amp;Cargar archivo…</translation>
    </message>
    <message>
        <source>Save as sweep &amp;file…</source>
        <translation>&amp;Guardar como archivo…</translation>
    </message>
    <message>
        <source>For the command line: convscope sweep FILE trains the same runs, also divided over several machines.</source>
        <translation>Para la línea de órdenes: convscope sweep ARCHIVO entrena lo mismo, también repartido entre varias máquinas.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” with its other settings as they are, %Ln epoch(s) each</source>
        <translation>
            <numerusform>«%1» con sus demás ajustes como están, %Ln época cada una</numerusform>
            <numerusform>«%1» con sus demás ajustes como están, %Ln épocas cada una</numerusform>
        </translation>
    </message>
    <message>
        <source>A setting is varied twice. Choose another one.</source>
        <translation>Un ajuste se varía dos veces. Elija otro.</translation>
    </message>
    <message>
        <source>The sweep needs a name.</source>
        <translation>El barrido necesita un nombre.</translation>
    </message>
    <message>
        <source>The file %1 can&apos;t be read.</source>
        <translation>No se puede leer el archivo %1.</translation>
    </message>
    <message>
        <source>Load sweep file</source>
        <translation>Cargar un archivo de barrido</translation>
    </message>
    <message>
        <source>Sweeps (*.json)</source>
        <translation>Barridos (*.json)</translation>
    </message>
    <message>
        <source>Save as sweep file</source>
        <translation>Guardar como archivo de barrido</translation>
    </message>
    <message>
        <source>&amp;Show the runs</source>
        <translation>&amp;Mostrar las ejecuciones</translation>
    </message>
    <message>
        <source>So many others at least must have come as far: %L1.</source>
        <translation>Al menos tantas otras tienen que haber llegado hasta allí: %L1.</translation>
    </message>
    <message>
        <source>The median rule: a run ends when its lowest test loss is higher than the median of what the other runs had on average up to the same epoch.</source>
        <translation>La regla de la mediana: una ejecución termina si su menor pérdida de prueba es mayor que la mediana de lo que las otras tenían en promedio hasta la misma época.</translation>
    </message>
    <message>
        <source>The median rule: a run ends when its best test accuracy is lower than the median of what the other runs had on average up to the same epoch.</source>
        <translation>La regla de la mediana: una ejecución termina si su mejor exactitud de prueba es menor que la mediana de lo que las otras tenían en promedio hasta la misma época.</translation>
    </message>
    <message>
        <source>The file %1 is larger than 1 MiB, so it can hardly be a sweep. Write ranges in place of long lists.</source>
        <translation>El archivo %1 ocupa más de 1 MiB, así que difícilmente es un barrido. Escriba rangos en lugar de listas largas.</translation>
    </message>
    <message>
        <source>%1 says what this window can&apos;t show without changing it. Train it as it is: convscope sweep FILE</source>
        <translation>%1 dice cosas que esta ventana no puede mostrar sin cambiarlas. Entrénelo tal como está: convscope sweep ARCHIVO</translation>
    </message>
    <message>
        <source>Other runs carry this name already: they are shown, and judged, together with these.</source>
        <translation>Otras ejecuciones ya llevan este nombre: se muestran, y se juzgan, junto con estas.</translation>
    </message>
</context>
<context>
    <name>convscope::SweepRow</name>
    <message>
        <source>%1: write at least one value.</source>
        <translation>%1: escriba al menos un valor.</translation>
    </message>
    <message>
        <source>%1: tick at least one value.</source>
        <translation>%1: marque al menos un valor.</translation>
    </message>
    <message>
        <source>these values</source>
        <translation>estos valores</translation>
    </message>
    <message>
        <source>a range</source>
        <translation>un intervalo</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Ajuste</translation>
    </message>
    <message>
        <source>The setting of which several values are tried.</source>
        <translation>El ajuste del que se prueban varios valores.</translation>
    </message>
    <message>
        <source>How the values are given</source>
        <translation>Cómo se dan los valores</translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Valores</translation>
    </message>
    <message>
        <source>values with spaces between them</source>
        <translation>valores separados por espacios</translation>
    </message>
    <message>
        <source>The values to try, with spaces or semicolons between them.</source>
        <translation>Los valores que se prueban, separados por espacios o puntos y comas.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Desde</translation>
    </message>
    <message>
        <source>The smallest value.</source>
        <translation>El valor menor.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Hasta</translation>
    </message>
    <message>
        <source>The largest value.</source>
        <translation>El valor mayor.</translation>
    </message>
    <message>
        <source>values</source>
        <translation>valores</translation>
    </message>
    <message>
        <source>Number of values</source>
        <translation>Número de valores</translation>
    </message>
    <message>
        <source>So many values from the smallest to the largest, both included.</source>
        <translation>Tantos valores del menor al mayor, ambos incluidos.</translation>
    </message>
    <message>
        <source>log scale</source>
        <translation>escala log.</translation>
    </message>
    <message>
        <source>The same factor from each value to the next, instead of the same difference: right for the learning rate, where 0.001 and 0.002 are as far apart as 0.01 and 0.02.</source>
        <translation>El mismo factor de cada valor al siguiente, en vez de la misma diferencia: lo adecuado para la tasa de aprendizaje, donde 0,001 y 0,002 distan tanto como 0,01 y 0,02.</translation>
    </message>
    <message>
        <source>No longer vary this setting.</source>
        <translation>Dejar de variar este ajuste.</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Quitar</translation>
    </message>
</context>
<context>
    <name>convscope::Timeline</name>
    <message>
        <source>Train a network, and go back to any of its moments here.</source>
        <translation>Entrene una red y vuelva aquí a cualquiera de sus momentos.</translation>
    </message>
    <message>
        <source>This run is not kept in the laboratory: only its present can be shown.</source>
        <translation>Este entrenamiento no se guarda en el laboratorio: solo puede mostrarse su presente.</translation>
    </message>
    <message>
        <source>Nothing is trained yet.</source>
        <translation>Todavía no se ha entrenado nada.</translation>
    </message>
    <message>
        <source>Step 0 · untrained</source>
        <translation>Paso 0 · sin entrenar</translation>
    </message>
    <message>
        <source>Live · step %1</source>
        <translation>En vivo · paso %1</translation>
    </message>
    <message>
        <source>Step %1</source>
        <translation>Paso %1</translation>
    </message>
    <message>
        <source>%1 · epoch %2 of %3, batch %4 of %5</source>
        <translation>%1 · época %2 de %3, lote %4 de %5</translation>
    </message>
    <message>
        <source>every batch</source>
        <translation>cada lote</translation>
    </message>
    <message>
        <source>in %1 s</source>
        <translation>en %1 s</translation>
    </message>
    <message>
        <source>How long the whole run takes to play</source>
        <translation>Cuánto dura la reproducción de todo el entrenamiento</translation>
    </message>
    <message>
        <source>Speed of playing</source>
        <translation>Velocidad de reproducción</translation>
    </message>
    <message>
        <source>Moment of the run</source>
        <translation>Momento del entrenamiento</translation>
    </message>
    <message>
        <source>&lt;p&gt;From the random numbers that the network began with, at the left, to what it is now, at the right. Every page moves along.&lt;/p&gt;&lt;p&gt;Strokes below the line are ends of epochs; a diamond is the epoch of the lowest test loss, bars are pauses, a triangle is a change of the settings. A press near a mark goes there.&lt;/p&gt;</source>
        <translation>&lt;p&gt;Desde los números al azar con los que empezó la red, a la izquierda, hasta lo que es ahora, a la derecha. Todas las páginas la acompañan.&lt;/p&gt;&lt;p&gt;Los trazos bajo la línea son finales de época; un rombo es la época de menor pérdida de prueba, las barras son pausas y un triángulo es un cambio de los ajustes. Al pulsar cerca de una marca se va a ella.&lt;/p&gt;</translation>
    </message>
    <message>
        <source>Paused · step %1</source>
        <translation>En pausa · paso %1</translation>
    </message>
    <message>
        <source>Last saved · step %1</source>
        <translation>Lo último guardado · paso %1</translation>
    </message>
    <message>
        <source>End of the run · step %1</source>
        <translation>Fin de la ejecución · paso %1</translation>
    </message>
    <message>
        <source>Every page shows the network as it was at this moment. The right end is the present, or the end of the run.</source>
        <translation>Cada página muestra la red como era en este momento. El extremo derecho es el presente, o el fin de la ejecución.</translation>
    </message>
    <message>
        <source>The run that this one branched off is not here: the line begins at the branch</source>
        <translation>El entrenamiento del que partió este no está aquí: la línea comienza en la bifurcación</translation>
    </message>
    <message>
        <source>Shown: step %1, the nearest that is kept</source>
        <translation>Se muestra el paso %1, el más cercano que se conserva</translation>
    </message>
    <message>
        <source>The other layers: step %1, the nearest that is kept</source>
        <translation>Las demás capas: paso %1, el más cercano que se conserva</translation>
    </message>
    <message>
        <source>The first convolution is kept after every batch. All weights are kept at fewer moments: the nearest is used.</source>
        <translation>La primera convolución se conserva después de cada lote. Todos los pesos se conservan en menos momentos: se usa el más cercano.</translation>
    </message>
    <message>
        <source>All weights are kept at some moments: the nearest is used.</source>
        <translation>Todos los pesos se conservan en algunos momentos: se usa el más cercano.</translation>
    </message>
    <message numerus="yes">
        <source>The first convolution is kept after every %Ln batches. All weights are kept at fewer moments: the nearest is used.</source>
        <translation>
            <numerusform>La primera convolución se conserva tras cada %Ln lote. Todos los pesos se conservan en menos momentos: se usa el más cercano.</numerusform>
            <numerusform>La primera convolución se conserva cada %Ln lotes. Todos los pesos se conservan en menos momentos: se usa el más cercano.</numerusform>
        </translation>
    </message>
    <message>
        <source>Shown: step %1, after the epoch with the lowest test loss</source>
        <translation>Se muestra: paso %1, tras la época con la menor pérdida de prueba</translation>
    </message>
    <message>
        <source>Shown: step %1, the last that is kept</source>
        <translation>Se muestra: paso %1, el último que se conserva</translation>
    </message>
</context>
<context>
    <name>convscope::TimelineActions</name>
    <message>
        <source>&amp;Hold</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>&amp;Play</source>
        <translation>&amp;Reproducir</translation>
    </message>
    <message>
        <source>Shows how the network came to be what it is, picture by picture (%1)</source>
        <translation>Muestra cómo la red llegó a ser lo que es, imagen por imagen (%1)</translation>
    </message>
    <message>
        <source>&amp;Moment</source>
        <translation>&amp;Momento</translation>
    </message>
    <message>
        <source>To the un&amp;trained network</source>
        <translation>A la red &amp;sin entrenar</translation>
    </message>
    <message>
        <source>To the random numbers that the network began with</source>
        <translation>A los números al azar con los que empezó la red</translation>
    </message>
    <message>
        <source>One &amp;epoch back</source>
        <translation>Una é&amp;poca atrás</translation>
    </message>
    <message>
        <source>To the end of the epoch before</source>
        <translation>Al final de la época anterior</translation>
    </message>
    <message>
        <source>One &amp;batch back</source>
        <translation>Un &amp;lote atrás</translation>
    </message>
    <message>
        <source>To the moment before the last batch</source>
        <translation>Al momento anterior al último lote</translation>
    </message>
    <message>
        <source>One batch &amp;forward</source>
        <translation>Un lote &amp;adelante</translation>
    </message>
    <message>
        <source>To the moment after the next batch</source>
        <translation>Al momento posterior al lote siguiente</translation>
    </message>
    <message>
        <source>One epoch f&amp;orward</source>
        <translation>Una época a&amp;delante</translation>
    </message>
    <message>
        <source>To the end of the epoch</source>
        <translation>Al final de la época</translation>
    </message>
    <message>
        <source>To the prese&amp;nt</source>
        <translation>Al prese&amp;nte</translation>
    </message>
    <message>
        <source>To what the network is now; while it trains, every page moves along</source>
        <translation>A lo que la red es ahora; mientras entrena, todas las páginas la acompañan</translation>
    </message>
    <message>
        <source>Play fa&amp;ster</source>
        <translation>&amp;Más rápido</translation>
    </message>
    <message>
        <source>Fewer pictures between start and end</source>
        <translation>Menos imágenes entre el principio y el final</translation>
    </message>
    <message>
        <source>Play slo&amp;wer</source>
        <translation>Más l&amp;ento</translation>
    </message>
    <message>
        <source>More pictures between start and end</source>
        <translation>Más imágenes entre el principio y el final</translation>
    </message>
</context>
<context>
    <name>convscope::TimelineMarks</name>
    <message>
        <source>End of epoch %1: test accuracy %2</source>
        <translation>Fin de la época %1: exactitud de prueba %2</translation>
    </message>
    <message>
        <source>Paused after step %1</source>
        <translation>En pausa después del paso %1</translation>
    </message>
    <message>
        <source>Changed after step %1:
%2</source>
        <translation>Cambio después del paso %1:
%2</translation>
    </message>
    <message>
        <source>Epoch %1 has the lowest test loss: %2</source>
        <translation>La época %1 tiene la menor pérdida de prueba: %2</translation>
    </message>
</context>
<context>
    <name>convscope::TorchEngine</name>
    <message>
        <source>Training ended because there was not enough memory. Choose a smaller batch or fewer filters.</source>
        <translation>El entrenamiento terminó porque no había memoria suficiente. Elija un lote más pequeño o menos filtros.</translation>
    </message>
    <message>
        <source>Training ended because LibTorch reported an error: %1. Please try other settings.</source>
        <translation>El entrenamiento terminó porque LibTorch informó de un error: %1. Pruebe con otros ajustes.</translation>
    </message>
    <message>
        <source>Training ended because of an unexpected error: %1. Please try other settings.</source>
        <translation>El entrenamiento terminó por un error inesperado: %1. Pruebe con otros ajustes.</translation>
    </message>
    <message>
        <source>Training ended because of an unknown error. Please try other settings.</source>
        <translation>El entrenamiento terminó por un error desconocido. Pruebe con otros ajustes.</translation>
    </message>
    <message>
        <source>The ONNX file could not be made: %1</source>
        <translation>No se ha podido crear el archivo ONNX: %1</translation>
    </message>
    <message>
        <source>This program was built without ONNX. Install libonnx-dev and libprotobuf-dev and build it again.</source>
        <translation>Este programa se compiló sin ONNX. Instale libonnx-dev y libprotobuf-dev y vuelva a compilarlo.</translation>
    </message>
</context>
<context>
    <name>convscope::TorchInspector</name>
    <message>
        <source>There are no weights to look at yet.</source>
        <translation>Todavía no hay pesos que mirar.</translation>
    </message>
    <message>
        <source>It was given up.</source>
        <translation>Se ha abandonado.</translation>
    </message>
    <message>
        <source>The saved weights can&apos;t be used: %1.</source>
        <translation>Los pesos guardados no se pueden usar: %1.</translation>
    </message>
    <message>
        <source>There is not enough memory to look into this network.</source>
        <translation>No hay memoria suficiente para mirar dentro de esta red.</translation>
    </message>
    <message>
        <source>Looking into the network failed: %1</source>
        <translation>No se ha podido mirar dentro de la red: %1</translation>
    </message>
</context>
<context>
    <name>convscope::TrainingGroup</name>
    <message>
        <source>automatic</source>
        <extracomment>The number of threads is chosen by the program.</extracomment>
        <translation>automático</translation>
    </message>
    <message>
        <source>off</source>
        <extracomment>Training is not ended early.</extracomment>
        <translation>sin</translation>
    </message>
    <message numerus="yes">
        <source>Thaw %Ln</source>
        <translation>
            <numerusform>Descongelar %Ln</numerusform>
            <numerusform>Descongelar %Ln</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>convscope::TrainingPlanner</name>
    <message>
        <source>Sweep</source>
        <translation>Barrido</translation>
    </message>
    <message>
        <source>“%1” can&apos;t be trained: %2</source>
        <translation>«%1» no se puede entrenar: %2</translation>
    </message>
</context>
<context>
    <name>convscope::TrainingRun</name>
    <message>
        <source>Training can&apos;t begin: the system gives no thread (%1). Close other programs and try again.</source>
        <translation>El entrenamiento no puede empezar: el sistema no da ningún hilo (%1). Cierre otros programas e inténtelo de nuevo.</translation>
    </message>
</context>
<context>
    <name>convscope::TrainingStepView</name>
    <message>
        <source>Filter</source>
        <translation>Filtro</translation>
    </message>
    <message>
        <source>Neuron</source>
        <translation>Neurona</translation>
    </message>
    <message>
        <source>The step is being computed.</source>
        <translation>Se está calculando el paso.</translation>
    </message>
    <message>
        <source>The step after batch %L1, where the newest checkpoint was taken. Pause the run to see the step that it takes next.</source>
        <translation>El paso que sigue al lote %L1, donde se tomó el punto de control más reciente. Ponga la ejecución en pausa para ver el paso que da a continuación.</translation>
    </message>
    <message>
        <source>The run has ended after batch %L1: this is the step that it would take next.</source>
        <translation>La ejecución ha terminado tras el lote %L1: este es el paso que daría a continuación.</translation>
    </message>
    <message>
        <source>The step after batch %L1.</source>
        <translation>El paso que sigue al lote %L1.</translation>
    </message>
    <message>
        <source>&amp;Layer</source>
        <translation>&amp;Capa</translation>
    </message>
    <message>
        <source>Input channel</source>
        <translation>Canal de entrada</translation>
    </message>
    <message>
        <source>The layer whose weights are moved</source>
        <translation>La capa cuyos pesos se mueven</translation>
    </message>
    <message>
        <source>A filter has a kernel for each input channel</source>
        <translation>Un filtro tiene un núcleo por cada canal de entrada</translation>
    </message>
    <message>
        <source>Training is this, thousands of times: the gradient says for each weight how the loss of a batch changes when the weight grows; the optimiser moves the weight a little the other way.</source>
        <translation>Entrenar es esto, miles de veces: el gradiente dice para cada peso cómo cambia la pérdida de un lote cuando el peso crece; el optimizador mueve el peso un poco en sentido contrario.</translation>
    </message>
    <message>
        <source>Slow motion</source>
        <translation>Cámara lenta</translation>
    </message>
    <message>
        <source>Shows the step table by table (space bar)</source>
        <translation>Muestra el paso tabla por tabla (barra espaciadora)</translation>
    </message>
    <message>
        <source>Click a weight, or use the arrow keys, to follow it through the formulas.</source>
        <translation>Haga clic en un peso, o use las flechas, para seguirlo por las fórmulas.</translation>
    </message>
    <message>
        <source>Counted from 1. In PyTorch, which counts from 0, its weights are %1.</source>
        <translation>Se cuenta desde 1. En PyTorch, que cuenta desde 0, sus pesos son %1.</translation>
    </message>
    <message>
        <source>The step after batch %L1, the checkpoint nearest to step %L2: a step needs what the optimiser remembers, and only checkpoints keep that.</source>
        <translation>El paso posterior al lote %L1, el punto de control más cercano al paso %L2: un paso necesita lo que recuerda el optimizador, y solo los puntos de control lo conservan.</translation>
    </message>
</context>
<context>
    <name>convscope::TrashBox</name>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Trash</source>
        <translation>Papelera</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Nombre</translation>
    </message>
    <message>
        <source>Begun</source>
        <translation>Comienzo</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Épocas</translation>
    </message>
    <message>
        <source>Reading the runs…</source>
        <translation>Leyendo las ejecuciones…</translation>
    </message>
    <message>
        <source>Put back</source>
        <translation>Devolver</translation>
    </message>
    <message>
        <source>Erase…</source>
        <translation>Borrar…</translation>
    </message>
    <message>
        <source>Empty the trash…</source>
        <translation>Vaciar la papelera…</translation>
    </message>
    <message>
        <source>The trash is empty. Deleted runs are kept here until they are erased.</source>
        <translation>La papelera está vacía. Las ejecuciones eliminadas se guardan aquí hasta que se borren.</translation>
    </message>
    <message>
        <source>Deleted runs are kept here until they are erased.</source>
        <translation>Las ejecuciones eliminadas se guardan aquí hasta que se borren.</translation>
    </message>
    <message>
        <source>Erase runs</source>
        <translation>Borrar ejecuciones</translation>
    </message>
    <message numerus="yes">
        <source>Erase %Ln run(s) for ever? Curves, notes and networks in them are lost.</source>
        <translation>
            <numerusform>¿Borrar %Ln ejecución para siempre? Se pierden sus curvas, notas y redes.</numerusform>
            <numerusform>¿Borrar %Ln ejecuciones para siempre? Se pierden sus curvas, notas y redes.</numerusform>
        </translation>
    </message>
    <message>
        <source>Best epoch</source>
        <translation>Mejor época</translation>
    </message>
</context>
<context>
    <name>convscope::TryAnswer</name>
    <message>
        <source>What it sees</source>
        <translation>Lo que ve</translation>
    </message>
    <message>
        <source>%1: the network is sure.</source>
        <translation>%1: la red está segura.</translation>
    </message>
    <message>
        <source>%1: the network leans to it.</source>
        <translation>%1: la red se inclina por ella.</translation>
    </message>
    <message>
        <source>%1: the network is undecided.</source>
        <translation>%1: la red está indecisa.</translation>
    </message>
    <message>
        <source>It is right.</source>
        <translation>Acierta.</translation>
    </message>
    <message>
        <source>It is wrong: %1.</source>
        <translation>Se equivoca: %1.</translation>
    </message>
    <message>
        <source>There is nothing in the picture that differs from its background.</source>
        <translation>No hay nada en la imagen que se distinga de su fondo.</translation>
    </message>
    <message>
        <source>Mirrored: %1, %2</source>
        <translation>En espejo: %1, %2</translation>
    </message>
    <message>
        <source>Most &amp;likely first</source>
        <translation>Lo más &amp;probable primero</translation>
    </message>
    <message>
        <source>Else the classes keep their order.</source>
        <translation>Si no, las clases conservan su orden.</translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation>Inicia&amp;r entrenamiento</translation>
    </message>
    <message>
        <source>Train the network that is chosen in the experiment form; the bars move while it learns.</source>
        <translation>Entrena la red elegida en el formulario del experimento; las barras se mueven mientras aprende.</translation>
    </message>
    <message>
        <source>The network is surer of the mirrored picture. In Fashion-MNIST nearly all shoes point left, so it has hardly seen any that point right. Click to mirror the picture.</source>
        <translation>La red está más segura de la imagen en espejo. En Fashion-MNIST casi todo el calzado apunta a la izquierda, así que apenas ha visto alguno que apunte a la derecha. Haga clic para reflejar la imagen.</translation>
    </message>
    <message>
        <source>Export the probabilities</source>
        <translation>Exportar las probabilidades</translation>
    </message>
    <message>
        <source>Save or copy the bars and their numbers.</source>
        <translation>Guarda o copia las barras y sus números.</translation>
    </message>
    <message>
        <source>What the network sees</source>
        <translation>Lo que ve la red</translation>
    </message>
    <message>
        <source>The picture as the network gets it.</source>
        <translation>La imagen tal como la recibe la red.</translation>
    </message>
    <message>
        <source>%1 and %2 agree: %3 (%4 and %5).</source>
        <translation>%1 y %2 coinciden: %3 (%4 y %5).</translation>
    </message>
    <message>
        <source>They disagree: %1 says %2 (%3), %4 says %5 (%6).</source>
        <translation>No coinciden: %1 dice %2 (%3), %4 dice %5 (%6).</translation>
    </message>
</context>
<context>
    <name>convscope::TryBatch</name>
    <message>
        <source>file</source>
        <translation>archivo</translation>
    </message>
    <message>
        <source>class</source>
        <translation>clase</translation>
    </message>
    <message>
        <source>mirrored</source>
        <translation>en espejo</translation>
    </message>
    <message>
        <source>note</source>
        <translation>nota</translation>
    </message>
    <message>
        <source>There is no network yet to ask about many pictures. Train one, or choose a run.</source>
        <translation>Todavía no hay una red a la que preguntar por muchas imágenes. Entrene una o elija una ejecución.</translation>
    </message>
    <message>
        <source>The pictures are being looked at.</source>
        <translation>Se están mirando las imágenes.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s). Enter or a double click takes one onto the pad.</source>
        <translation>
            <numerusform>%Ln imagen. Intro o un doble clic la lleva al tablero.</numerusform>
            <numerusform>%Ln imágenes. Intro o un doble clic lleva una al tablero.</numerusform>
        </translation>
    </message>
    <message>
        <source>probability</source>
        <translation>probabilidad</translation>
    </message>
    <message>
        <source>Pictures and their classes</source>
        <translation>Imágenes y sus clases</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>sin respuesta</translation>
    </message>
    <message>
        <source>Stopped before the first picture.</source>
        <translation>Detenido antes de la primera imagen.</translation>
    </message>
    <message>
        <source>Open or drop several files or a folder: what the network takes each for stands here, to save as CSV or as a contact sheet.</source>
        <translation>Abra o suelte varios archivos o una carpeta: aquí aparece por qué toma la red cada imagen, para guardarlo como CSV o como hoja de contactos.</translation>
    </message>
    <message numerus="yes">
        <source>Stopped: %Ln picture(s) have not been looked at.</source>
        <translation>
            <numerusform>Detenido: queda %Ln imagen sin mirar.</numerusform>
            <numerusform>Detenido: quedan %Ln imágenes sin mirar.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more picture(s) were left out: open them by themselves.</source>
        <translation>
            <numerusform>%Ln imagen más quedó fuera: ábrala aparte.</numerusform>
            <numerusform>%Ln imágenes más quedaron fuera: ábralas aparte.</numerusform>
        </translation>
    </message>
    <message>
        <source>Pictures that have been looked at</source>
        <translation>Imágenes que ya se miraron</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Detener</translation>
    </message>
    <message>
        <source>What has been answered stays.</source>
        <translation>Lo que ya tiene respuesta se queda.</translation>
    </message>
    <message>
        <source>Export the table or the contact sheet</source>
        <translation>Exportar la tabla o la hoja de contactos</translation>
    </message>
    <message>
        <source>The pictures with their classes as a contact sheet (PNG, SVG), all numbers as CSV.</source>
        <translation>Las imágenes con sus clases como hoja de contactos (PNG, SVG), todos los números como CSV.</translation>
    </message>
</context>
<context>
    <name>convscope::TryChanges</name>
    <message>
        <source>probability of each class</source>
        <translation>probabilidad de cada clase</translation>
    </message>
    <message>
        <source>Shift right (pixels)</source>
        <translation>Desplazar a la derecha (píxeles)</translation>
    </message>
    <message>
        <source>Shift down (pixels)</source>
        <translation>Desplazar hacia abajo (píxeles)</translation>
    </message>
    <message>
        <source>Turn (degrees)</source>
        <translation>Girar (grados)</translation>
    </message>
    <message>
        <source>Size (factor)</source>
        <translation>Tamaño (factor)</translation>
    </message>
    <message>
        <source>Noise (share of white)</source>
        <translation>Ruido (parte del blanco)</translation>
    </message>
    <message>
        <source>Blur (pixels)</source>
        <translation>Desenfoque (píxeles)</translation>
    </message>
    <message>
        <source>Contrast (factor)</source>
        <translation>Contraste (factor)</translation>
    </message>
    <message>
        <source>Black square (pixels)</source>
        <translation>Cuadrado negro (píxeles)</translation>
    </message>
    <message>
        <source>What is changed</source>
        <translation>Qué se cambia</translation>
    </message>
    <message>
        <source>How much</source>
        <translation>Cuánto</translation>
    </message>
    <message>
        <source>For us a shirt stays a shirt when it moves. Change the picture and see when the network&apos;s opinion tips over; the chart shows it for the whole slider.</source>
        <translation>Para nosotros una camisa sigue siendo una camisa cuando se mueve. Cambie la imagen y vea cuándo vuelca la opinión de la red; el gráfico lo muestra para todo el recorrido.</translation>
    </message>
    <message>
        <source>Export the curve</source>
        <translation>Exportar la curva</translation>
    </message>
    <message>
        <source>The changed picture</source>
        <translation>La imagen cambiada</translation>
    </message>
</context>
<context>
    <name>convscope::TryHistory</name>
    <message>
        <source>batches</source>
        <translation>lotes</translation>
    </message>
    <message>
        <source>probability of each class</source>
        <translation>probabilidad de cada clase</translation>
    </message>
    <message>
        <source>Export the history of the opinion</source>
        <translation>Exportar la historia de la opinión</translation>
    </message>
    <message>
        <source>How the opinion of this picture moved while the network learned, at every moment that is kept of the run (early ones far apart: the axis is logarithmic). A click moves all pages to that moment. While a run trains, the line grows; of a run that isn&apos;t kept it shows what was seen.</source>
        <translation>Cómo cambió la opinión sobre esta imagen mientras la red aprendía, en cada momento guardado de la ejecución (los primeros, muy separados: el eje es logarítmico). Un clic lleva todas las páginas a ese momento. Mientras una ejecución entrena, la línea crece; de una que no se guarda muestra lo que se vio.</translation>
    </message>
</context>
<context>
    <name>convscope::TryLoader</name>
    <message>
        <source>Pictures (%1)</source>
        <translation>Imágenes (%1)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>Todos los archivos (*)</translation>
    </message>
    <message>
        <source>Open pictures</source>
        <translation>Abrir imágenes</translation>
    </message>
    <message>
        <source>Pasted picture</source>
        <translation>Imagen pegada</translation>
    </message>
    <message>
        <source>There is no picture in the clipboard. Copy one in another program first.</source>
        <translation>No hay ninguna imagen en el portapapeles. Copie antes una en otro programa.</translation>
    </message>
    <message>
        <source>Part of the screen</source>
        <translation>Parte de la pantalla</translation>
    </message>
</context>
<context>
    <name>convscope::TryNearest</name>
    <message>
        <source>What it reminds the network of: among the first %L1 training pictures, those whose numbers before the output layer are nearest (distance below).</source>
        <translation>Qué le recuerda a la red: entre las primeras %L1 imágenes de entrenamiento, aquellas cuyos números antes de la capa de salida son los más cercanos (debajo, la distancia).</translation>
    </message>
    <message>
        <source>Find the &amp;nearest training pictures</source>
        <translation>Buscar las imágenes de entrenamiento más c&amp;ercanas</translation>
    </message>
    <message>
        <source>Nearest training pictures</source>
        <translation>Imágenes de entrenamiento más cercanas</translation>
    </message>
    <message>
        <source>This is what the network found alike after %L1 batches; what is shown above is after %L2.</source>
        <translation>Esto es lo que la red hallaba parecido tras %L1 lotes; lo que se muestra arriba es tras %L2.</translation>
    </message>
</context>
<context>
    <name>convscope::TryPad</name>
    <message>
        <source>none</source>
        <translation>ninguna</translation>
    </message>
    <message>
        <source>The one that the other pages show</source>
        <translation>La que muestran las otras páginas</translation>
    </message>
    <message>
        <source>Any: %1</source>
        <translation>Cualquiera: %1</translation>
    </message>
    <message>
        <source>Brush</source>
        <translation>Pincel</translation>
    </message>
    <message>
        <source>Draw; the right mouse button rubs out. A pen&apos;s pressure sets the width.</source>
        <translation>Dibuja; el botón derecho del ratón borra. La presión del lápiz fija el grosor.</translation>
    </message>
    <message>
        <source>Eraser</source>
        <translation>Goma</translation>
    </message>
    <message>
        <source>Rub out.</source>
        <translation>Borra.</translation>
    </message>
    <message>
        <source>Fill</source>
        <translation>Rellenar</translation>
    </message>
    <message>
        <source>Fill what a line encloses. The training pictures are of cloth, not of lines.</source>
        <translation>Rellena lo que encierra una línea. Las imágenes de entrenamiento son de tela, no de líneas.</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>Desplazar</translation>
    </message>
    <message>
        <source>Drag the whole drawing. Fitting it into the middle makes up for it, unless that is switched off below.</source>
        <translation>Arrastra todo el dibujo. El ajuste al centro lo compensa, salvo que se apague abajo.</translation>
    </message>
    <message>
        <source>Undo the stroke</source>
        <translation>Deshacer el trazo</translation>
    </message>
    <message>
        <source>Redo the stroke</source>
        <translation>Rehacer el trazo</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Vaciar</translation>
    </message>
    <message>
        <source>An empty pad; Delete does the same.</source>
        <translation>Deja el tablero vacío; la tecla Supr hace lo mismo.</translation>
    </message>
    <message>
        <source>Open pictures</source>
        <translation>Abrir imágenes</translation>
    </message>
    <message>
        <source>One or many files. They can be dropped on this page, too.</source>
        <translation>Uno o muchos archivos. También se pueden soltar sobre esta página.</translation>
    </message>
    <message>
        <source>Paste a picture</source>
        <translation>Pegar una imagen</translation>
    </message>
    <message>
        <source>Take a part of the screen</source>
        <translation>Tomar una parte de la pantalla</translation>
    </message>
    <message>
        <source>Drag a rectangle over what the network shall see.</source>
        <translation>Arrastre un rectángulo sobre lo que debe ver la red.</translation>
    </message>
    <message>
        <source>Take a test picture</source>
        <translation>Tomar una imagen de prueba</translation>
    </message>
    <message>
        <source>Change a picture from the test set and watch the opinion change.</source>
        <translation>Cambie una imagen del conjunto de prueba y vea cómo cambia la opinión.</translation>
    </message>
    <message>
        <source>&amp;Width</source>
        <translation>&amp;Grosor</translation>
    </message>
    <message>
        <source>Of the brush.</source>
        <translation>Del pincel.</translation>
    </message>
    <message>
        <source>&amp;Brightness</source>
        <translation>&amp;Brillo</translation>
    </message>
    <message>
        <source>Of the brush. In the training pictures dark cloth is bright.</source>
        <translation>Del pincel. En las imágenes de entrenamiento la tela oscura es clara.</translation>
    </message>
    <message>
        <source>&amp;Template</source>
        <translation>&amp;Plantilla</translation>
    </message>
    <message>
        <source>The mean of a class&apos;s training pictures, faintly, to trace. The network doesn&apos;t see it.</source>
        <translation>La media de las imágenes de entrenamiento de una clase, tenue, para calcar. La red no la ve.</translation>
    </message>
    <message>
        <source>Drawing pad</source>
        <translation>Tablero de dibujo</translation>
    </message>
    <message>
        <source>The arrow keys move the pen, the space bar puts it down and lifts it.</source>
        <translation>Las flechas mueven el lápiz, la barra espaciadora lo apoya y lo levanta.</translation>
    </message>
    <message>
        <source>Draw a piece of clothing here, or drop a picture.</source>
        <translation>Dibuje aquí una prenda o suelte una imagen.</translation>
    </message>
</context>
<context>
    <name>convscope::TryPage</name>
    <message>
        <source>The network&apos;s first numbers are on their way.</source>
        <translation>Los primeros números de la red están en camino.</translation>
    </message>
    <message>
        <source>Nothing has been trained yet, or no run is chosen on the right. Draw all the same: the page shows what a network would see, and the bars move once one learns.</source>
        <translation>Todavía no se entrenó nada, o no hay ninguna corrida elegida a la derecha. Dibuje de todos modos: la página muestra lo que vería una red, y las barras se moverán cuando una aprenda.</translation>
    </message>
</context>
<context>
    <name>convscope::TrySecond</name>
    <message>
        <source>nothing</source>
        <translation>nada</translation>
    </message>
    <message>
        <source>Beside it, the run</source>
        <translation>Al lado, la ejecución</translation>
    </message>
    <message>
        <source>Run to compare with</source>
        <translation>Ejecución con la que comparar</translation>
    </message>
    <message>
        <source>Another run of the laboratory gets the same picture: do both networks see the same in it?</source>
        <translation>Otra ejecución del laboratorio recibe la misma imagen: ¿ven las dos redes lo mismo en ella?</translation>
    </message>
</context>
<context>
    <name>convscope::TryShiftTest</name>
    <message>
        <source>%1 (shown)</source>
        <translation>%1 (la mostrada)</translation>
    </message>
    <message>
        <source>moved to the right (pixels)</source>
        <translation>movidas a la derecha (píxeles)</translation>
    </message>
    <message>
        <source>turned (degrees)</source>
        <translation>giradas (grados)</translation>
    </message>
    <message>
        <source>noise (share of white)</source>
        <translation>ruido (parte del blanco)</translation>
    </message>
    <message>
        <source>Of all %1 test pictures %2 recognises %3; of the same moved by %4 pixels, %5.</source>
        <translation>De las %1 imágenes de prueba, %2 reconoce el %3; de las mismas movidas %4 píxeles, el %5.</translation>
    </message>
    <message>
        <source>Moved by %1 pixels, all recognise equally many of the %2 test pictures.</source>
        <translation>Movidas %1 píxeles, todas reconocen el mismo número de las %2 imágenes de prueba.</translation>
    </message>
    <message>
        <source>Of all %1 test pictures moved by %2 pixels, %3 still recognises %4 and %5 only %6.</source>
        <translation>De las %1 imágenes de prueba movidas %2 píxeles, %3 aún reconoce el %4 y %5 solo el %6.</translation>
    </message>
    <message>
        <source>A convolution looks for the same thing at every place, and pooling forgets where exactly it was: so a network with convolutions minds a shift less.</source>
        <translation>Una convolución busca lo mismo en todos los lugares, y la agrupación olvida dónde estaba exactamente: por eso a una red con convoluciones le afecta menos un desplazamiento.</translation>
    </message>
    <message>
        <source>Convolutions alone don&apos;t do it: the layers after them can still tie what they found to its place.</source>
        <translation>Las convoluciones solas no bastan: las capas siguientes aún pueden atar a su lugar lo que encontraron.</translation>
    </message>
    <message>
        <source>The shift test asks all test pictures again after they were moved, turned or made noisy. Choose runs with and without convolutions, and see which holds out longer.</source>
        <translation>La prueba de desplazamiento vuelve a preguntar por todas las imágenes de prueba tras moverlas, girarlas o añadirles ruido. Elija ejecuciones con y sin convoluciones y vea cuál resiste más.</translation>
    </message>
    <message>
        <source>Runs to test</source>
        <translation>Ejecuciones que se prueban</translation>
    </message>
    <message>
        <source>Runs that were trained on the same pictures, with their newest weights; of the shown run, those at the time line.</source>
        <translation>Ejecuciones entrenadas con las mismas imágenes, con sus pesos más recientes; de la mostrada, los de la línea de tiempo.</translation>
    </message>
    <message>
        <source>&amp;Test</source>
        <translation>&amp;Probar</translation>
    </message>
    <message>
        <source>Takes some seconds for each run; training goes on meanwhile.</source>
        <translation>Tarda unos segundos por ejecución; el entrenamiento sigue mientras tanto.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Progress of the shift test</source>
        <translation>Progreso de la prueba de desplazamiento</translation>
    </message>
    <message>
        <source>Accuracy of the runs against shift, turn and noise</source>
        <translation>Exactitud de las ejecuciones frente a desplazamiento, giro y ruido</translation>
    </message>
    <message>
        <source>Export the shift test</source>
        <translation>Exportar la prueba de desplazamiento</translation>
    </message>
</context>
<context>
    <name>convscope::TrySource</name>
    <message>
        <source>Drawing</source>
        <translation>Dibujo</translation>
    </message>
    <message>
        <source>%1, changed</source>
        <translation>%1, cambiada</translation>
    </message>
    <message>
        <source>Test picture %1</source>
        <translation>Imagen de prueba %1</translation>
    </message>
</context>
<context>
    <name>convscope::TrySteps</name>
    <message>
        <source>step</source>
        <translation>paso</translation>
    </message>
    <message>
        <source>what was found</source>
        <translation>lo que se halló</translation>
    </message>
    <message>
        <source>A network only understands what looks like its training pictures: bright clothes on black, as large as the picture, in its middle. From left to right: how yours became one.</source>
        <translation>Una red solo entiende lo que se parece a sus imágenes de entrenamiento: prendas claras sobre negro, tan grandes como la imagen y en su centro. De izquierda a derecha: cómo la suya llegó a ser así.</translation>
    </message>
    <message>
        <source>Steps of the preparation</source>
        <translation>Pasos de la preparación</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Fondo</translation>
    </message>
    <message>
        <source>What is taken for the background, and becomes black.</source>
        <translation>Lo que se toma por fondo y se vuelve negro.</translation>
    </message>
    <message>
        <source>Background: found</source>
        <translation>Fondo: hallado</translation>
    </message>
    <message>
        <source>Background: is black</source>
        <translation>Fondo: es negro</translation>
    </message>
    <message>
        <source>Background: is white</source>
        <translation>Fondo: es blanco</translation>
    </message>
    <message>
        <source>Outlines</source>
        <translation>Contornos</translation>
    </message>
    <message>
        <source>Lines that enclose something are taken for its edge, as the training pictures are of cloth.</source>
        <translation>Las líneas que encierran algo se toman por su borde, pues las imágenes de entrenamiento son de tela.</translation>
    </message>
    <message>
        <source>Outlines: always filled</source>
        <translation>Contornos: siempre rellenos</translation>
    </message>
    <message>
        <source>Outlines: as they are</source>
        <translation>Contornos: como están</translation>
    </message>
    <message>
        <source>Grey</source>
        <translation>Gris</translation>
    </message>
    <message>
        <source>How colours become grey.</source>
        <translation>Cómo los colores se vuelven gris.</translation>
    </message>
    <message>
        <source>Grey: as the eye sees</source>
        <translation>Gris: como ve el ojo</translation>
    </message>
    <message>
        <source>Grey: mean of colours</source>
        <translation>Gris: media de los colores</translation>
    </message>
    <message>
        <source>Grey: brightest colour</source>
        <translation>Gris: color más claro</translation>
    </message>
    <message>
        <source>Middle</source>
        <translation>Centro</translation>
    </message>
    <message>
        <source>Fashion-MNIST has the middle of the trimmed picture in the middle, MNIST its centre of brightness.</source>
        <translation>Fashion-MNIST tiene en el centro el medio de la imagen recortada; MNIST, su centro de brillo.</translation>
    </message>
    <message>
        <source>Middle: of the shape</source>
        <translation>Centro: de la forma</translation>
    </message>
    <message>
        <source>Middle: of brightness</source>
        <translation>Centro: del brillo</translation>
    </message>
    <message>
        <source>Trim</source>
        <translation>Recortar</translation>
    </message>
    <message>
        <source>Cut off what is black around, so that the thing fills the picture.</source>
        <translation>Quita lo negro de alrededor, para que la prenda llene la imagen.</translation>
    </message>
    <message>
        <source>Keep the proportions</source>
        <translation>Mantener las proporciones</translation>
    </message>
    <message>
        <source>Else it is stretched to a square.</source>
        <translation>Si no, se estira hasta un cuadrado.</translation>
    </message>
    <message>
        <source>Match the contrast</source>
        <translation>Igualar el contraste</translation>
    </message>
    <message>
        <source>Faint pictures become brighter, flat white ones darker: as bright as cloth is in the training pictures.</source>
        <translation>Las imágenes tenues se aclaran y las blancas lisas se oscurecen: tan claras como la tela en las imágenes de entrenamiento.</translation>
    </message>
    <message>
        <source>Turn by a quarter</source>
        <translation>Girar un cuarto de vuelta</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Espejo</translation>
    </message>
    <message>
        <source>All choices as they were at first</source>
        <translation>Todas las opciones como al principio</translation>
    </message>
    <message>
        <source>Export the steps</source>
        <translation>Exportar los pasos</translation>
    </message>
    <message>
        <source>Outlines: filled where drawn here or thin</source>
        <translation>Contornos: rellenos si se dibujan aquí o son finos</translation>
    </message>
</context>
<context>
    <name>convscope::TryTabs</name>
    <message>
        <source>How it was prepared</source>
        <translation>Cómo se preparó</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Por qué</translation>
    </message>
    <message>
        <source>Change it</source>
        <translation>Cámbiela</translation>
    </message>
    <message>
        <source>Shift test</source>
        <translation>Prueba de desplazamiento</translation>
    </message>
    <message>
        <source>While it learned</source>
        <translation>Mientras aprendía</translation>
    </message>
    <message>
        <source>Many pictures</source>
        <translation>Muchas imágenes</translation>
    </message>
</context>
<context>
    <name>convscope::TryWhy</name>
    <message>
        <source>row</source>
        <translation>fila</translation>
    </message>
    <message>
        <source>column</source>
        <translation>columna</translation>
    </message>
    <message>
        <source>input gradient</source>
        <translation>gradiente de la entrada</translation>
    </message>
    <message>
        <source>occlusion</source>
        <translation>oclusión</translation>
    </message>
    <message>
        <source>the most likely</source>
        <translation>la más probable</translation>
    </message>
    <message>
        <source>convolution %1</source>
        <translation>convolución %1</translation>
    </message>
    <message>
        <source>Input gradient</source>
        <translation>Gradiente de la entrada</translation>
    </message>
    <message>
        <source>up to ±%1</source>
        <translation>hasta ±%1</translation>
    </message>
    <message>
        <source>up to %1</source>
        <translation>hasta %1</translation>
    </message>
    <message>
        <source>Occlusion</source>
        <translation>Oclusión</translation>
    </message>
    <message>
        <source>weights shuffled</source>
        <translation>pesos mezclados</translation>
    </message>
    <message>
        <source>The check: below, the same network with its weights shuffled, so that it has learned nothing. A map that hardly changes shows the picture, not what was learned. Likeness (rank correlation; 1 = the same): gradient %1, Grad-CAM %2, occlusion %3.</source>
        <translation>La comprobación: abajo, la misma red con sus pesos mezclados, de modo que no sabe nada. Un mapa que apenas cambia muestra la imagen y no lo aprendido. Parecido (correlación de rangos; 1 = igual): gradiente %1, Grad-CAM %2, oclusión %3.</translation>
    </message>
    <message>
        <source>Three ways to ask which pixels matter for one class. Input gradient: where a brighter pixel speaks for it (red) or against it (blue). Grad-CAM: where a convolution saw what speaks for it. Occlusion: by how much its probability falls while a black square covers the place (red).</source>
        <translation>Tres maneras de preguntar qué píxeles importan para una clase. Gradiente de la entrada: dónde un píxel más claro habla a favor (rojo) o en contra (azul). Grad-CAM: dónde una convolución vio lo que habla a favor. Oclusión: cuánto baja su probabilidad mientras un cuadrado negro tapa el lugar (rojo).</translation>
    </message>
    <message>
        <source>Explain &amp;class</source>
        <translation>Explicar la &amp;clase</translation>
    </message>
    <message>
        <source>A click on a bar above does the same.</source>
        <translation>Un clic en una barra de arriba hace lo mismo.</translation>
    </message>
    <message>
        <source>Grad-CAM &amp;of</source>
        <translation>Grad-CAM &amp;de</translation>
    </message>
    <message>
        <source>Early convolutions see edges, late ones parts of clothes.</source>
        <translation>Las primeras convoluciones ven bordes; las últimas, partes de prendas.</translation>
    </message>
    <message>
        <source>Convolution for Grad-CAM</source>
        <translation>Convolución para Grad-CAM</translation>
    </message>
    <message>
        <source>Export the explanations</source>
        <translation>Exportar las explicaciones</translation>
    </message>
    <message>
        <source>Explanations</source>
        <translation>Explicaciones</translation>
    </message>
    <message>
        <source>Explanations with shuffled weights</source>
        <translation>Explicaciones con los pesos mezclados</translation>
    </message>
</context>
<context>
    <name>convscope::ViewExport</name>
    <message>
        <source>PNG pictures (*.png)</source>
        <translation>Imágenes PNG (*.png)</translation>
    </message>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation>Dibujos SVG (*.svg)</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tablas (*.csv)</translation>
    </message>
    <message>
        <source>Save as &amp;PNG picture…</source>
        <translation>Guardar como imagen &amp;PNG…</translation>
    </message>
    <message>
        <source>Save as &amp;SVG drawing…</source>
        <translation>Guardar como dibujo &amp;SVG…</translation>
    </message>
    <message>
        <source>Save the &amp;numbers (CSV)…</source>
        <translation>Guardar los &amp;números (CSV)…</translation>
    </message>
    <message>
        <source>&amp;Copy the picture</source>
        <translation>&amp;Copiar la imagen</translation>
    </message>
    <message>
        <source>Copy the n&amp;umbers</source>
        <translation>Copiar los n&amp;úmeros</translation>
    </message>
    <message>
        <source>“%1” was not written because there is nothing to be seen yet.</source>
        <translation>«%1» no se ha escrito porque todavía no hay nada que ver.</translation>
    </message>
    <message>
        <source>“%1” was written to %2.</source>
        <translation>“%1” se guardó en %2.</translation>
    </message>
    <message>
        <source>There is nothing to be seen yet, so there is no picture of it.</source>
        <translation>Todavía no hay nada que ver, así que no hay imagen.</translation>
    </message>
    <message>
        <source>The picture would have %L1 × %L2 points, too many for one picture. Make the view smaller, or save a drawing (SVG).</source>
        <translation>La imagen tendría %L1 × %L2 puntos, demasiados para una sola. Reduzca la vista o guarde un dibujo (SVG).</translation>
    </message>
</context>
<context>
    <name>convscope::WeightsLoader</name>
    <message>
        <source>Load weights</source>
        <translation>Cargar pesos</translation>
    </message>
    <message>
        <source>Weights (*.safetensors)</source>
        <translation>Pesos (*.safetensors)</translation>
    </message>
    <message>
        <source>A run is training or paused. Stop it before other weights are loaded.</source>
        <translation>Una ejecución entrena o está en pausa. Deténgala antes de cargar otros pesos.</translation>
    </message>
    <message>
        <source>Began with the weights in %1.</source>
        <translation>Comenzó con los pesos de %1.</translation>
    </message>
    <message>
        <source>The weights in %1 are loaded as a run that waits before its first batch. Every page shows the network; Resume trains it on, Stop keeps it as it is.</source>
        <translation>Los pesos de %1 están cargados como una ejecución que espera antes de su primer lote. Todas las páginas muestran la red; «Reanudar» la sigue entrenando, «Detener» la conserva como está.</translation>
    </message>
</context>
<context>
    <name>convscope::WindowMessages</name>
    <message>
        <source>Training will be slow: the matrix library is %1. Please install the package libopenblas0-openmp and start again.</source>
        <translation>El entrenamiento será lento: la biblioteca de matrices es %1. Instale el paquete libopenblas0-openmp y vuelva a iniciar el programa.</translation>
    </message>
    <message>
        <source>Choose folder…</source>
        <translation>Elegir carpeta…</translation>
    </message>
    <message>
        <source>Set the learning rate to %1</source>
        <translation>Poner la tasa de aprendizaje en %1</translation>
    </message>
    <message>
        <source>The run can&apos;t be saved at the moment; training goes on, and saving is tried again. %1</source>
        <translation>Por ahora no se puede guardar la ejecución; el entrenamiento continúa y se vuelve a intentar. %1</translation>
    </message>
    <message>
        <source>The run “%1” was interrupted in epoch %2 of %3. What was trained is kept.</source>
        <translation>La ejecución «%1» se interrumpió en la época %2 de %3. Lo entrenado está guardado.</translation>
    </message>
    <message>
        <source>The run “%1” was deleted.</source>
        <translation>La ejecución «%1» se ha eliminado.</translation>
    </message>
    <message>
        <source>Continue this run</source>
        <translation>Continuar esta ejecución</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Deshacer</translation>
    </message>
    <message>
        <source>The runs of this session are not kept. %1</source>
        <translation>Las ejecuciones de esta sesión no se guardan. %1</translation>
    </message>
    <message numerus="yes">
        <source>%Ln run(s) were deleted.</source>
        <translation>
            <numerusform>Se ha eliminado %Ln ejecución.</numerusform>
            <numerusform>Se han eliminado %Ln ejecuciones.</numerusform>
        </translation>
    </message>
</context>
</TS>
